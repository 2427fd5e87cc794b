package org.complaintdesk.platform;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Refuses to start while a setting is missing that nobody can guess. Looked at before the first bean that needs one of
 * them, which is late enough for tests and the local system to supply them from beans of their own.
 */
@Configuration(proxyBeanMethods = false)
class RequiredSettings {

    static final List<String> NAMES = List.of("spring.datasource.url", "spring.mail.host", "complaintdesk.public-url");

    static class Present {

        Present(Environment environment) {
            List<String> missing = NAMES.stream().filter(name -> !StringUtils.hasText(environment.getProperty(name))).toList();
            if (!missing.isEmpty()) {
                throw new MissingSettings(missing);
            }
        }
    }

    @Bean
    static Present requiredSettingsArePresent(Environment environment) {
        return new Present(environment);
    }

    @Bean
    static AbstractDependsOnBeanFactoryPostProcessor databaseNeedsRequiredSettings() {
        return new AbstractDependsOnBeanFactoryPostProcessor(DataSource.class, Present.class) {
        };
    }

    @Bean
    static AbstractDependsOnBeanFactoryPostProcessor deskNeedsRequiredSettings() {
        return new AbstractDependsOnBeanFactoryPostProcessor(DeskProperties.class, Present.class) {
        };
    }
}
