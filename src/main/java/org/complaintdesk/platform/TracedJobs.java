package org.complaintdesk.platform;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Gives each turn of a job thread a trace id of its own, so that all it writes to the log is found together. */
@Configuration(proxyBeanMethods = false)
class TracedJobs {

    private static final String JOB_THREADS = "camundaTaskExecutor";

    @Bean
    static BeanPostProcessor traceJobs(ObjectProvider<ObservationRegistry> observations) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (JOB_THREADS.equals(name) && bean instanceof ThreadPoolTaskExecutor threads) {
                    threads.setTaskDecorator(turn -> () ->
                            Observation.createNotStarted("complaintdesk.job.turns", observations.getObject()).observe(turn));
                }
                return bean;
            }
        };
    }
}
