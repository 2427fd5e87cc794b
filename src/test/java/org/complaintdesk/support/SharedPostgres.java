package org.complaintdesk.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** One real PostgreSQL for all tests of a run. */
@TestConfiguration(proxyBeanMethods = false)
public class SharedPostgres {

    private static EmbeddedPostgres postgres;

    public static synchronized EmbeddedPostgres get() {
        if (postgres == null) {
            try {
                postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
                // After the contexts have closed their pools, not in a race with them.
                SpringApplication.getShutdownHandlers().add(SharedPostgres::stop);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL for the tests does not start", e);
            }
        }
        return postgres;
    }

    private static void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL of the tests does not stop", e);
        }
    }

    @Bean
    DynamicPropertyRegistrar postgresProperties() {
        EmbeddedPostgres server = get();
        return registry -> {
            registry.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", "postgres"));
            registry.add("spring.datasource.username", () -> "postgres");
            registry.add("spring.datasource.password", () -> "");
        };
    }
}
