package org.complaintdesk.operation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Counts and times what this node hands to the mail server: {@code complaintdesk_mails_seconds}, by outcome. */
@Configuration(proxyBeanMethods = false)
class CountedMails {

    @Bean
    static BeanPostProcessor countMails(ObjectProvider<MeterRegistry> registry) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JavaMailSenderImpl ? counting(bean, registry) : bean;
            }
        };
    }

    private static Object counting(Object sender, ObjectProvider<MeterRegistry> registry) {
        ProxyFactory counting = new ProxyFactory(sender);
        counting.setProxyTargetClass(true);
        counting.addAdvice((MethodInterceptor) call -> {
            if (!"send".equals(call.getMethod().getName())) {
                return call.proceed();
            }
            long start = System.nanoTime();
            String outcome = "failed";
            try {
                Object nothing = call.proceed();
                outcome = "accepted";
                return nothing;
            } finally {
                registry.getObject().timer("complaintdesk.mails", "outcome", outcome)
                        .record(Duration.ofNanos(System.nanoTime() - start));
            }
        });
        return counting.getProxy();
    }
}
