package org.complaintdesk.update.delivery;

import java.util.Date;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** As long as the module deadline has no bean of its own. */
@Configuration(proxyBeanMethods = false)
class StandInDeadlines {

    @Bean
    @ConditionalOnMissingBean(name = "deadlines")
    OneHour deadlines() {
        return new OneHour();
    }

    public static class OneHour {

        public Date dueAt(String clock, String severity) {
            return new Date(System.currentTimeMillis() + 3_600_000);
        }
    }
}
