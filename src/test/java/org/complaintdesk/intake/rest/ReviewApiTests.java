package org.complaintdesk.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.review.ContactOutcome;
import org.complaintdesk.review.NewReview;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DeskTest
class ReviewApiTests {

    private static final String BODY = """
            {"shop": "某某旗舰店", "platform": "TMALL", "externalId": "%s", "orderNumber": "TB1", "product": "保温杯",
             "rating": 1, "text": "杯子第二天就漏水", "postedAt": "2026-11-20T10:00:00+08:00",
             "reviewer": {"name": "张先生", "phone": "13812345678", "platformId": "小张"}}""";
    private static final String WITHOUT_ID = BODY.replace("\"externalId\": \"%s\", ", "").replace("漏水", "漏水%s");

    @Autowired MockMvc mvc;
    @Autowired Reviews reviews;
    @Autowired Complaints complaints;
    @Autowired RuntimeService runtime;
    @Autowired IdentityService identity;
    @Autowired JdbcClient jdbc;

    private static String body() {
        return BODY.formatted(UUID.randomUUID());
    }

    private static MockHttpServletRequestBuilder asAdmin(MockHttpServletRequestBuilder request) {
        return request.with(httpBasic("admin", "demo"));
    }

    private static MockHttpServletRequestBuilder send(String body) {
        return asAdmin(post("/api/reviews")).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private String answer(String body) throws Exception {
        return mvc.perform(send(body)).andReturn().getResponse().getContentAsString();
    }

    private String opened() throws Exception {
        return JsonPath.read(answer(body()), "$.number");
    }

    @Test
    void review_is_registered_and_can_be_read_back() throws Exception {
        String location = mvc.perform(send(body())).andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(matchesPattern("R-\\d{8}-\\d{6}")))
                .andExpect(jsonPath("$.status").value("CONTACTING")).andReturn().getResponse().getHeader("Location");

        mvc.perform(asAdmin(get(location))).andExpect(status().isOk())
                .andExpect(jsonPath("$.platform").value("TMALL")).andExpect(jsonPath("$.rating").value(1))
                .andExpect(jsonPath("$.product").value("保温杯")).andExpect(jsonPath("$.text").value("杯子第二天就漏水"))
                .andExpect(jsonPath("$.reviewer.phone").value("138****5678"))
                .andExpect(jsonPath("$.deadlines.replyDue").value("2026-12-20T02:00:00Z"))
                .andExpect(jsonPath("$.deadlines.overdue").value(false))
                .andExpect(jsonPath("$.deadlines.contactDue").isNotEmpty()).andExpect(jsonPath("$.kind").value("PRODUCT"))
                .andExpect(jsonPath("$.complaint").doesNotExist())
                .andExpect(jsonPath("$.timeline[0].what").value("RECEIVED"))
                .andExpect(jsonPath("$.timeline[0].text").value("收到评价：天猫 · 1 星"));
        mvc.perform(asAdmin(get("/api/reviews").param("q", "第二天就漏水").param("overdue", "false")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.reviews[*].number",
                        hasItem(location.substring(location.lastIndexOf('/') + 1))));
    }

    @Test
    void the_same_review_again_answers_with_the_same_number() throws Exception {
        String body = body();
        String number = JsonPath.read(answer(body), "$.number");

        mvc.perform(send(body)).andExpect(status().isOk()).andExpect(jsonPath("$.number").value(number))
                .andExpect(header().string("Location", "/api/reviews/" + number));
    }

    @Test
    void the_same_review_without_an_id_is_known_by_its_content() throws Exception {
        String body = WITHOUT_ID.formatted(UUID.randomUUID());
        String number = JsonPath.read(answer(body), "$.number");

        mvc.perform(send(body)).andExpect(status().isOk()).andExpect(jsonPath("$.number").value(number));
        mvc.perform(send(body.replace("10:00:00+08:00", "02:00:00Z"))).andExpect(jsonPath("$.number").value(number));
        mvc.perform(send(body.replace("10:00:00", "10:00:01"))).andExpect(status().isCreated());
    }

    @ParameterizedTest
    @CsvSource({"1, true", "5, true", "1, false", "5, false"})
    void the_same_review_sent_eight_times_at_once_is_taken_in_once(int rating, boolean named) throws Exception {
        String id = UUID.randomUUID().toString();
        String body = (named ? BODY : WITHOUT_ID).formatted(id).replace("\"rating\": 1", "\"rating\": " + rating)
                .replace("\"TB1\"", "\"" + id + "\"");
        long before = jdbc.sql("select count(*) from review_reference").query(Long.class).single();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            Callable<String> sending = () -> JsonPath.read(answer(body), "$.number");
            List<Future<String>> answers = senders.invokeAll(IntStream.range(0, 8).mapToObj(i -> sending).toList());
            String number = answers.get(0).get();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(number);
            }
            assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(String.valueOf(number)).count())
                    .isEqualTo(rating == 1 ? 1 : 0);
        } finally {
            senders.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from review where order_number = ?").param(id).query(Integer.class).single())
                .isEqualTo(rating == 1 ? 1 : 0);
        assertThat(jdbc.sql("select count(*) from review_reference").query(Long.class).single()).isEqualTo(before + 1);
    }

    @Test
    void good_rating_is_counted_and_has_no_number() throws Exception {
        String body = body().replace("\"rating\": 1", "\"rating\": 5");

        for (int time = 0; time < 2; time++) {
            mvc.perform(send(body)).andExpect(status().isOk()).andExpect(header().doesNotExist("Location"))
                    .andExpect(jsonPath("$.number").value(nullValue())).andExpect(jsonPath("$.status").value("COUNTED"));
        }
    }

    @Test
    void incomplete_review_is_refused_naming_each_field() throws Exception {
        mvc.perform(send("{\"shop\": \" \", \"rating\": 0, \"reviewer\": {\"name\": \"\"}}"))
                .andExpect(status().isBadRequest()).andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").value(startsWith("urn:complaint-desk:problem:")))
                .andExpect(jsonPath("$.errors[*].field",
                        containsInAnyOrder("shop", "platform", "rating", "postedAt", "reviewer.name")));
    }

    @ParameterizedTest
    @CsvSource({"0", "6", "2.5", "-1", "1e9", "\"好\"", "null", "true"})
    void rating_is_a_whole_number_from_1_to_5(String rating) throws Exception {
        mvc.perform(send(body().replace("\"rating\": 1", "\"rating\": " + rating))).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", everyItem(is("rating"))))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
    }

    @Test
    void what_is_no_json_or_of_another_shape_is_refused() throws Exception {
        mvc.perform(send("{\"shop\": ")).andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"));
        mvc.perform(send("[]")).andExpect(status().isBadRequest());
        mvc.perform(send(body().replace("\"某某旗舰店\"", "{\"a\": 1}"))).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("shop"));
        mvc.perform(asAdmin(post("/api/reviews")).contentType(MediaType.TEXT_PLAIN).content(body()))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void unknown_platform_is_refused_naming_the_platforms() throws Exception {
        mvc.perform(send(body().replace("TMALL", "AMAZON"))).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("platform"))
                .andExpect(jsonPath("$.errors[0].message", containsString("TMALL, TAOBAO, JD")));
    }

    @Test
    void text_that_no_database_keeps_and_absurd_times_are_no_internal_error() throws Exception {
        mvc.perform(send(body().replace("\"text\": \"", "\"text\": \"\\u0000"))).andExpect(status().isCreated());
        mvc.perform(asAdmin(get("/api/reviews").param("q", "\0"))).andExpect(status().isOk());
        mvc.perform(send(body().replace("2026-11-20T10:00:00+08:00", "+999999999-12-31T23:59:59Z")))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors[0].field").value("postedAt"));
        mvc.perform(send(body().replace("2026-11-20T10:00:00+08:00", "昨天"))).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("postedAt"));
        mvc.perform(send(body().replace("13812345678", "打我电话"))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("phone"));
    }

    @Test
    void too_long_a_text_is_refused() throws Exception {
        mvc.perform(send(body().replace("杯子", "杯".repeat(10_001)))).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("text"));
    }

    @Test
    void nobody_reads_or_writes_without_signing_in() throws Exception {
        mvc.perform(get("/api/reviews")).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/reviews").contentType(MediaType.APPLICATION_JSON).content(body()))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void finance_reads_reviews_but_neither_registers_nor_ends_them() throws Exception {
        if (identity.createUserQuery().userId("reviewfay").count() == 0) {
            User fay = identity.newUser("reviewfay");
            fay.setPassword("demo");
            identity.saveUser(fay);
            identity.createMembership("reviewfay", "finance");
        }
        String number = opened();

        mvc.perform(get("/api/reviews/" + number).with(httpBasic("reviewfay", "demo"))).andExpect(status().isOk());
        mvc.perform(post("/api/reviews").with(httpBasic("reviewfay", "demo")).contentType(MediaType.APPLICATION_JSON)
                .content(body())).andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
        mvc.perform(post("/api/reviews/" + number + "/ending").with(httpBasic("reviewfay", "demo"))
                .contentType(MediaType.APPLICATION_JSON).content("{\"end\": \"REVIEW_GONE\", \"note\": \"无\"}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void unknown_number_is_not_found() throws Exception {
        mvc.perform(asAdmin(get("/api/reviews/R-20200101-000001"))).andExpect(status().isNotFound());
        mvc.perform(asAdmin(get("/api/reviews/nonsense"))).andExpect(status().isNotFound());
        mvc.perform(asAdmin(post("/api/reviews/nonsense/ending")).contentType(MediaType.APPLICATION_JSON)
                .content("{\"end\": \"REVIEW_GONE\", \"note\": \"无\"}")).andExpect(status().isNotFound());
    }

    @Test
    void list_refuses_what_it_does_not_know() throws Exception {
        mvc.perform(asAdmin(get("/api/reviews").param("kind", "NONSENSE"))).andExpect(status().isBadRequest());
        mvc.perform(asAdmin(get("/api/reviews").param("size", "100000"))).andExpect(status().isBadRequest());
        mvc.perform(asAdmin(get("/api/reviews").param("status", "CLOSED").param("urgency", "P1").param("size", "1")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.size").value(1));
    }

    @Test
    void review_that_is_gone_is_ended_over_the_api() throws Exception {
        String number = opened();

        mvc.perform(asAdmin(post("/api/reviews/" + number + "/ending")).contentType(MediaType.APPLICATION_JSON)
                .content("{\"end\": \"REVIEW_GONE\", \"note\": \"评价页面已无此评价\"}")).andExpect(status().isNoContent());

        mvc.perform(asAdmin(get("/api/reviews/" + number))).andExpect(jsonPath("$.status").value("CLOSED"))
                .andExpect(jsonPath("$.earlyEnd").value("REVIEW_GONE"))
                .andExpect(jsonPath("$.timeline[-1:].who").value("admin"));
        mvc.perform(asAdmin(post("/api/reviews/" + number + "/ending")).contentType(MediaType.APPLICATION_JSON)
                .content("{\"end\": \"REVIEW_GONE\", \"note\": \"再次\"}")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("已结案")));
    }

    @Test
    void ending_needs_a_reason() throws Exception {
        String number = opened();

        mvc.perform(asAdmin(post("/api/reviews/" + number + "/ending")).contentType(MediaType.APPLICATION_JSON)
                .content("{\"end\": \"REVIEW_GONE\"}")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("note"));
        mvc.perform(asAdmin(post("/api/reviews/" + number + "/ending")).contentType(MediaType.APPLICATION_JSON)
                .content("{\"end\": \"BORED\", \"note\": \"无\"}")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("end"));
    }

    @Test
    void linked_complaint_is_shown_with_its_stage() throws Exception {
        String complaint = JsonPath.read(mvc.perform(asAdmin(post("/api/complaints")).contentType(MediaType.APPLICATION_JSON)
                .content("{\"shop\": \"某某旗舰店\", \"channel\": \"TMALL\", \"description\": \"漏水\", \"customer\": {\"name\": \"张先生\"}}"))
                .andReturn().getResponse().getContentAsString(), "$.number");
        Review review = reviews.takeDown(new NewReview("某某旗舰店", Channel.TMALL, UUID.randomUUID().toString(), null, null, 1,
                "漏水", Instant.parse("2026-11-20T10:00:00Z"), null), null).orElseThrow();
        review.contacted(ContactOutcome.GENUINE, null);
        review.linked(complaints.find(complaint).orElseThrow().number());
        reviews.save(review);

        mvc.perform(asAdmin(get("/api/reviews/" + review.number()))).andExpect(jsonPath("$.complaint.number").value(complaint))
                .andExpect(jsonPath("$.complaint.stage").value("RECEIVED"))
                .andExpect(jsonPath("$.contact.outcome").value("GENUINE"));
    }
}
