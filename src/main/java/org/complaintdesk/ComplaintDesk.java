package org.complaintdesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The complaint desk: one application with the process engine inside, PostgreSQL behind it. */
@Modulithic(systemName = "Complaint Desk")
@SpringBootApplication
@ConfigurationPropertiesScan
public class ComplaintDesk {

    public static void main(String[] args) {
        SpringApplication.run(ComplaintDesk.class, args);
    }
}
