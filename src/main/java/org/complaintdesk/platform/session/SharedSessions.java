package org.complaintdesk.platform.session;

import java.time.Duration;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions are rows of the desk's own database (Spring Session JDBC): whoever signed in at one node goes on at another,
 * and nobody signs in again because a node restarts. Nothing else has to be installed.
 */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SharedSessions {

    /** Only what has changed is written; see {@link CalmSession}. */
    @Bean
    @Primary
    CalmSessions<?> sessions(JdbcIndexedSessionRepository rows) {
        return CalmSessions.over(rows);
    }

    /** Not the repository that requests use: Spring takes the primary one. */
    @Bean
    JdbcIndexedSessionRepository sessionRows(JdbcOperations jdbc, PlatformTransactionManager transactions, ServerProperties server) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository rows = new JdbcIndexedSessionRepository(jdbc, apart);
        Duration idle = server.getServlet().getSession().getTimeout();
        rows.setDefaultMaxInactiveInterval(idle);
        rows.setConversionService(SessionValues.conversion());
        return rows;
    }
}
