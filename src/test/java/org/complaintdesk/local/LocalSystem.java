package org.complaintdesk.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.support.AnyPassword;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** What the local system has on top of the application. */
@TestConfiguration(proxyBeanMethods = false)
@Import({AnyPassword.class, DevClock.class, DevMail.class})
class LocalSystem {

    @Bean
    LocalSettings localSettings() {
        return LocalSettings.of(System.getenv());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LocalMail localMail(LocalSettings settings) {
        return new LocalMail(settings.directory().resolve("mail"), settings.smtpPort(), settings.imapPort());
    }

    @Bean
    LocalClock localClock(LocalSettings settings) {
        return LocalClock.resume(settings.directory());
    }

    @Bean
    TimeMachine timeMachine(LocalClock clock, ProcessEngineConfigurationImpl engine) {
        return new TimeMachine(clock, engine);
    }

    @Bean
    @Order(1)
    DemoPeople demoPeople(IdentityService identity, Wording wording) {
        return new DemoPeople(identity, wording);
    }

    @Bean
    @Order(2)
    ApplicationRunner demoCases(LocalSettings settings, Complaints complaints, Reviews reviews, ProcessEngine engine,
                                ObjectMapper json, Clock clock) {
        return arguments -> {
            if (settings.demo()) {
                new DemoCases(new DemoDesk(complaints, reviews, engine, json, clock), json).run(arguments);
            }
        };
    }

    @Bean
    LocalWelcome localWelcome(DeskProperties desk, LocalSettings settings, LocalClock clock) {
        return new LocalWelcome(desk, settings, clock);
    }

    /** The pages under /dev exist on this machine only and need no sign-in. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain devPages(HttpSecurity http) throws Exception {
        return http.securityMatcher("/dev/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
