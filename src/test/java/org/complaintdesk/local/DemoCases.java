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

/** Fills an empty desk with invented complaints and reviews in several stages. */
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
            List<DemoComplaint> complaints = complaints(json);
            complaints.forEach(desk::open);
            List<DemoReview> reviews = reviews(json);
            reviews.forEach(desk::open);
            LOG.info("Opened {} demo complaints and {} demo reviews", complaints.size(), reviews.size());
        }
    }

    static List<DemoComplaint> complaints(ObjectMapper json) throws IOException {
        return json.readValue(new ClassPathResource("demo/complaints.json").getInputStream(), new TypeReference<>() { });
    }

    static List<DemoReview> reviews(ObjectMapper json) throws IOException {
        return json.readValue(new ClassPathResource("demo/reviews.json").getInputStream(), new TypeReference<>() { });
    }
}
