package org.complaintdesk.platform.session;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
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

    private static final String SIGNED_IN = "authenticatedUser";

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
        rows.setIndexResolver(SharedSessions::names);
        rows.setConversionService(SessionValues.conversion());
        // Two requests of one browser may set the same value at the same moment.
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(rows);
        return rows;
    }

    /** Under which name a session is found: the person's whom the web applications signed in. */
    private static Map<String, String> names(Session session) {
        return session.getAttribute(SIGNED_IN) instanceof Authentications people
                ? people.getAuthentications().stream().findFirst()
                        .map(person -> Map.of(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, person.getIdentityId())).orElse(Map.of())
                : Map.of();
    }
}
