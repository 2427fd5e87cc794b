package org.complaintdesk.bench.starter;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest application there is with the engine's starter and its web applications: nothing but its defaults. */
@SpringBootApplication
public class BareStarter {

    public static void main(String... arguments) {
        SpringApplication.run(BareStarter.class, arguments);
    }
}
