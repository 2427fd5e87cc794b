package org.complaintdesk.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.ResponsibleParty;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class DemoCasesTests {

    @Autowired ObjectMapper json;
    @Autowired Complaints complaints;
    @Autowired Reviews reviews;
    @Autowired ProcessEngine engine;
    @Autowired Clock clock;

    @Test
    void demo_complaints_use_the_words_of_the_desk() throws Exception {
        List<DemoComplaint> complaints = DemoCases.complaints(json);
        assertThat(complaints).hasSize(12);
        assertThat(complaints).extracting(DemoComplaint::stage).doesNotHaveDuplicates().doesNotContainNull();
        for (DemoComplaint complaint : complaints) {
            JsonNode request = complaint.request(Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC));
            Channel.valueOf(request.path("channel").asText());
            assertThat(Instant.parse(request.path("occurredAt").asText())).isBefore("2026-11-22T02:00:00Z");
            assertThat(request.path("customer").path("name").asText()).isNotBlank();
            JsonNode diagnosis = complaint.steps().path("DiagnoseProblem");
            if (!diagnosis.isMissingNode()) {
                Category.valueOf(diagnosis.path("category").asText());
                Severity.valueOf(diagnosis.path("severity").asText());
                ResponsibleParty.valueOf(diagnosis.path("responsibleParty").asText());
            }
            if (complaint.steps().path("ProposeSolution").has("remedy")) {
                Remedy.valueOf(complaint.steps().path("ProposeSolution").path("remedy").asText());
            }
        }
    }

    @Test
    void demo_reviews_show_every_stage_and_several_platforms() throws Exception {
        List<DemoReview> demo = DemoCases.reviews(json);
        assertThat(demo).hasSize(8);
        assertThat(demo).extracting(DemoReview::stage).contains("ContactReviewer", "AwaitComplaint", "RecordRuling",
                "WritePublicReply", "ApproveReply", "RecordReviewOutcome", "Closed");
        assertThat(demo).extracting(review -> Channel.valueOf(review.review().path("platform").asText()))
                .contains(Channel.TMALL, Channel.TAOBAO, Channel.JD, Channel.PINDUODUO, Channel.DOUYIN);
        assertThat(demo).allSatisfy(review -> assertThat(review.arrived()).isLessThan(review.posted()));
    }

    @Test
    void every_demo_case_reaches_its_stage() throws Exception {
        DemoDesk desk = new DemoDesk(complaints, reviews, engine, json, clock);
        for (DemoComplaint demo : DemoCases.complaints(json)) {
            ComplaintNumber number = desk.open(demo);
            assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number.value()).list())
                    .as(demo.title()).extracting(Task::getTaskDefinitionKey)
                    .matches(open -> demo.stage().equals("Closed") ? open.isEmpty() : open.contains(demo.stage()));
        }
        assertThat(desk.hasCases()).isTrue();
    }

    @Test
    void every_demo_review_reaches_its_stage_and_one_is_overdue() throws Exception {
        DemoDesk desk = new DemoDesk(complaints, reviews, engine, json, clock);
        List<Review> opened = new ArrayList<>();
        for (DemoReview demo : DemoCases.reviews(json)) {
            Review review = reviews.get(desk.open(demo));
            assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(review.number().value()).list())
                    .as(demo.title()).extracting(Task::getTaskDefinitionKey)
                    .matches(open -> Set.of("Closed", "AwaitComplaint").contains(demo.stage()) ? open.isEmpty() : open.contains(demo.stage()));
            opened.add(review);
        }
        assertThat(opened).filteredOn(review -> review.isOverdue(clock.instant())).hasSize(1);
        assertThat(opened).filteredOn(review -> review.complaintNumber() != null).hasSize(1);
        assertThat(opened).filteredOn(review -> review.lesson() != null).hasSize(1);
    }
}
