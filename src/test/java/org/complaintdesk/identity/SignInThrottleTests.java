package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who guesses passwords waits; whom he guesses for does not. Real requests from different addresses. */
@DeskTest
class SignInThrottleTests {

    private static final String ENGINE = "/engine-rest/engine";

    @Autowired IdentityService identity;
    @Autowired SignInThrottle throttle;
    @Autowired SignInCounts counts;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private String zoe;
    private Visitor desk;
    private Visitor stranger;

    @BeforeEach
    void somebody_new_at_addresses_nobody_knows() {
        String once = UUID.randomUUID().toString().replace("-", "");
        zoe = new Colleagues(identity).in(StaffGroup.AGENTS, "z" + once.substring(0, 12));
        desk = new Visitor(port, address(once, 0));
        stranger = new Visitor(port, address(once, 1));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
        // Else every reminder of the tests that follow goes to all of them.
        identity.deleteUser(zoe);
    }

    private static String address(String once, int n) {
        return "2001:db8:" + once.substring(12, 16) + ":" + (Integer.parseInt(once.substring(16, 19), 16) * 10 + n) % 10000 + "::1";
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGINE, "/api/complaints", "/cases"})
    void five_wrong_passwords_make_the_sixth_wait_at_every_door_of_http_basic(String path) throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(stranger.basic(path, zoe, "wrong" + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> answer = stranger.basic(path, zoe, "demo");

        assertThat(answer.statusCode()).as("not even the right one is looked at").isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 31);
        assertThat(answer.body()).contains("urn:complaint-desk:problem:sign-in-throttled").contains("密码输错次数过多").contains("之后再登录");
    }

    @Test
    void tasklists_sign_in_page_gets_a_message_it_can_show() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(stranger.signIn("tasklist", zoe, "wrong").statusCode()).isEqualTo(401);
        }

        HttpResponse<String> answer = stranger.signIn("cockpit", zoe, "demo");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("\"message\":\"密码输错次数过多");
        assertThat(stranger.basic(ENGINE, zoe, "demo").statusCode()).as("one count for all doors").isEqualTo(429);
    }

    @Test
    void a_signed_in_person_cannot_try_colleagues_by_the_engines_verification() throws Exception {
        String sue = new Colleagues(identity).in(StaffGroup.SUPERVISORS, "idsue");
        List<Integer> answers = IntStream.range(0, 7).mapToObj(i -> verify(sue, "wrong" + i)).toList();

        assertThat(answers).doesNotContain(500).last().isIn(403, 404, 429);
    }

    private int verify(String as, String password) {
        try {
            String claim = Base64.getEncoder().encodeToString((as + ":demo").getBytes());
            return stranger.send(stranger.request("/engine-rest/identity/verify").header("Authorization", "Basic " + claim)
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString(
                            "{\"username\": \"" + zoe + "\", \"password\": \"" + password + "\"}"))).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_stranger_keeps_himself_out_and_not_the_colleague() throws Exception {
        assertThat(desk.signIn("tasklist", zoe, "demo").statusCode()).isEqualTo(200);
        for (int i = 0; i < 12; i++) {
            stranger.basic(ENGINE, zoe, "wrong" + i);
        }

        assertThat(stranger.basic(ENGINE, zoe, "demo").statusCode()).isEqualTo(429);
        assertThat(desk.basic(ENGINE, zoe, "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void who_guesses_from_many_addresses_keeps_out_nobody_at_home() throws Exception {
        assertThat(desk.signIn("tasklist", zoe, "demo").statusCode()).isEqualTo(200);
        String net = UUID.randomUUID().toString().substring(0, 4);
        for (int i = 0; i < 31; i++) {
            new Visitor(port, "2001:db9:" + net + ":" + i + "::1").basic(ENGINE, zoe, "wrong");
        }

        assertThat(new Visitor(port, "2001:db9:" + net + ":99::1").basic(ENGINE, zoe, "demo").statusCode()).isEqualTo(429);
        assertThat(desk.basic(ENGINE, zoe, "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void who_tries_one_password_on_everybody_waits_too_and_people_at_home_there_do_not() throws Exception {
        assertThat(stranger.signIn("tasklist", zoe, "demo").statusCode()).isEqualTo(200);
        for (int i = 0; i < 52; i++) {
            stranger.basic(ENGINE, "nobody" + i + zoe, "Summer2026!");
        }

        String newcomer = new Colleagues(identity).in(StaffGroup.AGENTS, zoe + "b");
        assertThat(stranger.basic(ENGINE, newcomer, "demo").statusCode()).isEqualTo(429);
        identity.deleteUser(newcomer);
        assertThat(stranger.basic(ENGINE, zoe, "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void the_wait_doubles_ends_by_itself_and_is_never_longer_than_a_quarter_of_an_hour() throws Exception {
        Instant begun = Instant.parse("2026-11-22T02:00:00Z");
        ClockUtil.setCurrentTime(Date.from(begun));
        Duration waited = Duration.ZERO;
        for (int i = 0; i < 15; i++) {
            HttpResponse<String> answer = stranger.basic(ENGINE, zoe, "wrong");
            if (answer.statusCode() == 429) {
                waited = Duration.ofSeconds(Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()));
                assertThat(waited).isLessThanOrEqualTo(Duration.ofSeconds(901));
                ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(waited)));
                stranger.basic(ENGINE, zoe, "wrong");
            }
        }
        assertThat(waited).isGreaterThan(Duration.ofMinutes(2));

        ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(901)));
        assertThat(stranger.basic(ENGINE, zoe, "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void the_right_password_clears_the_count() throws Exception {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(desk.basic(ENGINE, zoe, "wrong" + round + i).statusCode()).isEqualTo(401);
            }
            assertThat(desk.signIn("tasklist", zoe, "demo").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void many_wrong_ones_at_the_same_moment_are_many() {
        List<Integer> answers = IntStream.range(0, 20).parallel().mapToObj(i -> {
            try {
                return stranger.basic(ENGINE, zoe, "wrong" + i).statusCode();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }).toList();

        assertThat(answers).containsOnly(401, 429).filteredOn(status -> status == 401).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void a_programs_first_calls_at_the_same_moment_are_no_guesses() throws Exception {
        ExecutorService calls = Executors.newFixedThreadPool(16);
        try {
            List<Future<Integer>> answers = calls.invokeAll(Collections.nCopies(16, () -> stranger.basic(ENGINE, zoe, "demo").statusCode()));
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            calls.shutdown();
        }
    }

    @Test
    void a_supervisor_sees_who_waits_and_lifts_it() throws Exception {
        for (int i = 0; i < 6; i++) {
            stranger.basic(ENGINE, zoe, "wrong");
        }
        assertThat(throttle.now()).filteredOn(waiting -> waiting.user().equals(zoe)).singleElement().satisfies(waiting -> {
            assertThat(waiting.failures()).isEqualTo(5);
            assertThat(waiting.until()).isAfter(ClockUtil.getCurrentTime().toInstant());
            assertThat(waiting.lastAddress()).endsWith("/64");
        });

        throttle.lift(zoe);

        assertThat(throttle.now()).extracting(Throttled::user).doesNotContain(zoe);
        assertThat(stranger.basic(ENGINE, zoe, "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void admins_own_button_lifts_it_too() throws Exception {
        for (int i = 0; i < 6; i++) {
            stranger.basic(ENGINE, zoe, "wrong");
        }

        identity.unlockUser(zoe);

        assertThat(stranger.basic(ENGINE, zoe, "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void the_engines_lock_for_good_is_no_more() throws Exception {
        jdbc.sql("update act_id_user set attempts_ = 10, lock_exp_time_ = now() + interval '1 day' where id_ = ?").param(zoe).update();

        assertThat(desk.basic(ENGINE, zoe, "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void strange_names_are_wrong_and_nothing_else() throws Exception {
        for (String name : List.of("", " ", "' or 1=1 --", "x".repeat(5000), "好人", "a\u0000b")) {
            assertThat(stranger.basic(ENGINE, name, "demo").statusCode()).isIn(401, 429);
        }
    }

    @Test
    void what_counts_no_more_is_deleted() throws Exception {
        stranger.basic(ENGINE, zoe, "wrong");

        counts.tidy(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(61)));

        assertThat(jdbc.sql("select count(*) from sign_in_failure").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from sign_in_place").query(Integer.class).single()).isZero();
    }
}
