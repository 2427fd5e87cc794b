package org.complaintdesk.update;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What the mail library does slowly for every mail unless it is told. */
@Configuration(proxyBeanMethods = false)
class QuickMail {

    private static final String STREAMS = "jakarta.mail.util.StreamProvider";
    /** Closes connections on which a write takes too long. No bean: the scheduler of everything else would stay away. */
    private static final ScheduledExecutorService WRITE_LIMITS = writeLimits();

    @Bean
    static BeanPostProcessor tellMailLibrary() {
        // Otherwise it searches all jars for this, once for each part and each encoded word.
        System.getProperties().putIfAbsent(STREAMS, MailStreamProvider.class.getName());
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof JavaMailSenderImpl sender) {
                    sender.getJavaMailProperties().put("mail.smtp.socketFactory", new PromptSockets());
                    sender.getJavaMailProperties().setProperty("mail.smtp.socketFactory.fallback", "false");
                    // Otherwise each mail starts a thread of its own for that.
                    sender.getJavaMailProperties().put("mail.smtp.executor.writetimeout", WRITE_LIMITS);
                }
                return bean;
            }
        };
    }

    private static ScheduledExecutorService writeLimits() {
        ScheduledThreadPoolExecutor limits = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "mail-write-limits");
            thread.setDaemon(true);
            return thread;
        });
        limits.setRemoveOnCancelPolicy(true);
        return limits;
    }
}
