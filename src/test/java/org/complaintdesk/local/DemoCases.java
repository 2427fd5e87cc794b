package org.complaintdesk.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;

/** Fills an empty desk with invented cases in several stages. */
final class DemoCases implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);

    private final DemoDesk desk;
    private final ObjectMapper json;

    DemoCases(DemoDesk desk, ObjectMapper json) {
        this.desk = desk;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!desk.hasCases()) {
            List<DemoComplaint> complaints = read(json);
            complaints.forEach(desk::open);
            LOG.info("Opened {} demo cases", complaints.size());
        }
    }

    static List<DemoComplaint> read(ObjectMapper json) throws IOException {
        return json.readValue(new ClassPathResource("demo/complaints.json").getInputStream(), new TypeReference<>() { });
    }
}
