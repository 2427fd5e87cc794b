package org.complaintdesk.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** One real SMTP server on a free loopback port for all tests of a run; the bean reads what arrived. */
@TestConfiguration(proxyBeanMethods = false)
public class SharedMailServer {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
        SERVER.start();
    }

    @Bean(destroyMethod = "")
    GreenMail mailServer() {
        return SERVER;
    }

    @Bean
    DynamicPropertyRegistrar mailProperties() {
        return registry -> {
            registry.add("spring.mail.host", () -> "127.0.0.1");
            registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        };
    }
}
