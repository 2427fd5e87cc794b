package org.complaintdesk.operation;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Properties;
import org.complaintdesk.platform.HealthStates;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Unwell when the mail server does not let the desk in. Asked once in half a minute at most, and only when somebody asks; it
 * takes three seconds at the longest.
 */
@Component
class MailServerHealthIndicator extends AbstractHealthIndicator {

    private static final long GOOD_FOR = Duration.ofSeconds(30).toNanos();
    private static final String PATIENCE_MILLIS = "3000";

    private final JavaMailSenderImpl server;
    private String failure;
    private Long askedAt;

    MailServerHealthIndicator(JavaMailSenderImpl sender) {
        this.server = impatient(sender);
    }

    @Override
    protected synchronized void doHealthCheck(Health.Builder health) {
        if (askedAt == null || System.nanoTime() - askedAt > GOOD_FOR) {
            failure = ask();
            askedAt = System.nanoTime();
        }
        health.status(failure == null ? Status.UP : HealthStates.DEGRADED);
        if (failure != null) {
            health.withDetail("failure", failure);
        }
    }

    private String ask() {
        try {
            server.testConnection();
            return null;
        } catch (MessagingException e) {
            return e.getMessage();
        }
    }

    private static JavaMailSenderImpl impatient(JavaMailSenderImpl sender) {
        JavaMailSenderImpl same = new JavaMailSenderImpl();
        Properties properties = new Properties();
        properties.putAll(sender.getJavaMailProperties());
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + wait, PATIENCE_MILLIS);
        }
        same.setJavaMailProperties(properties);
        same.setProtocol(sender.getProtocol());
        same.setHost(sender.getHost());
        same.setPort(sender.getPort());
        same.setUsername(sender.getUsername());
        same.setPassword(sender.getPassword());
        return same;
    }
}
