package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions are rows: every node reads them, few requests write them, and nobody brings one along. */
@DeskTest
class SharedSessionTests {

    private static final String COOKIE = "desk-session";
    private static final String POLL = "/camunda/api/engine/engine/default/task/count";

    @Autowired IdentityService identity;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private Visitor amy;

    @BeforeEach
    void amy_signs_in() throws Exception {
        new Colleagues(identity).in(StaffGroup.AGENTS, "idamy");
        amy = new Visitor(port, "192.0.2." + (int) (Math.random() * 250));
        assertThat(amy.signIn("tasklist", "idamy", "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_from_before_the_sign_in_is_worth_nothing_after_it() throws Exception {
        Visitor victim = new Visitor(port, "192.0.2.251");
        victim.get("/camunda/app/tasklist/default/");
        String planted = victim.cookie(COOKIE).orElseThrow();

        assertThat(victim.signIn("tasklist", "idamy", "demo").statusCode()).isEqualTo(200);

        assertThat(victim.cookie(COOKIE)).hasValueSatisfying(now -> assertThat(now).isNotEqualTo(planted));
        Visitor attacker = new Visitor(port, "192.0.2.252");
        attacker.keep(COOKIE, planted);
        assertThat(attacker.get(POLL).statusCode()).isEqualTo(401);
        assertThat(victim.get(POLL).statusCode()).isEqualTo(200);
    }

    @Test
    void an_id_that_someone_thought_of_begins_no_session() throws Exception {
        Visitor visitor = new Visitor(port, "192.0.2.253");
        String mine = Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        visitor.keep(COOKIE, mine);

        List<String> cookies = visitor.get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie");

        assertThat(cookies).filteredOn(cookie -> cookie.startsWith(COOKIE)).singleElement()
                .satisfies(given -> assertThat(given).doesNotContain(mine));
    }

    @Test
    void what_is_no_session_at_all_is_a_stranger_and_no_failure() throws Exception {
        for (String nonsense : List.of("x", "AAAA", Base64.getEncoder().encodeToString("a\u0000b".getBytes()), "y".repeat(3000), "%00", "../..")) {
            Visitor visitor = new Visitor(port, "192.0.2.254");
            visitor.keep(COOKIE, nonsense);
            assertThat(visitor.get(POLL).statusCode()).as(nonsense).isEqualTo(401);
        }
    }

    @Test
    void pages_asked_for_at_the_same_moment_are_all_answered_and_store_nothing() throws Exception {
        ExecutorService browser = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> pages = Collections.nCopies(16, () -> amy.get("/cases").statusCode());
            for (Future<Integer> page : browser.invokeAll(pages)) {
                assertThat(page.get()).isEqualTo(200);
            }
        } finally {
            browser.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from spring_session_attributes where attribute_name like '%CSRF_TOKEN' and"
                + " attribute_name like 'org.springframework%'").query(Long.class).single()).isZero();
    }

    @Test
    void the_cookie_is_not_for_scripts_nor_for_other_sites() throws Exception {
        Visitor visitor = new Visitor(port, "192.0.2.255");

        List<String> cookies = visitor.get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie");

        assertThat(cookies).filteredOn(cookie -> cookie.startsWith(COOKIE)).singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
        assertThat(cookies).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void tasklist_asking_and_asking_writes_nothing() throws Exception {
        amy.get(POLL);
        List<Map<String, Object>> before = rows();

        for (int i = 0; i < 20; i++) {
            assertThat(amy.get(POLL).statusCode()).isEqualTo(200);
        }

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_poll_costs_little() throws Exception {
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long begun = System.nanoTime();
            amy.get("/camunda/api/admin/auth/user/default");
            micros.add((System.nanoTime() - begun) / 1000);
        }
        micros.sort(null);
        System.out.println("who am I, through all filters: median " + micros.get(100) + " µs, 95 % " + micros.get(190) + " µs");
        assertThat(micros.get(100)).isLessThan(100_000);
    }

    @Test
    void what_cannot_be_read_any_more_means_to_sign_in_again() throws Exception {
        byte[] someoneElses = {1, 2, 3};
        jdbc.sql("""
                update spring_session_attributes set attribute_bytes = ? where session_primary_id =
                (select primary_id from spring_session where session_id = ?)""").params(someoneElses, id(amy)).update();

        assertThat(amy.get(POLL).statusCode()).isEqualTo(401);
        assertThat(amy.signIn("tasklist", "idamy", "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void classes_a_session_never_holds_are_not_even_made() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new File("/etc/passwd"));
        }
        jdbc.sql("""
                update spring_session_attributes set attribute_bytes = ? where session_primary_id =
                (select primary_id from spring_session where session_id = ?)""").params(bytes.toByteArray(), id(amy)).update();

        assertThat(amy.get(POLL).statusCode()).isEqualTo(401);
    }

    @Test
    void a_changed_password_ends_what_was_opened_with_the_old_one() throws Exception {
        User idamy = identity.createUserQuery().userId("idamy").singleResult();
        idamy.setPassword("demo");
        identity.saveUser(idamy);

        assertThat(amy.get(POLL).statusCode()).isEqualTo(401);
    }

    @Test
    void signing_out_is_signing_out_everywhere() throws Exception {
        amy.get(POLL);
        assertThat(amy.post("/camunda/api/admin/auth/user/default/logout", "", "application/json").statusCode()).isEqualTo(200);

        assertThat(amy.get(POLL).statusCode()).isEqualTo(401);
        assertThat(amy.get("/cases").statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from audit_line where what = 'SIGNED_OUT' and subject = 'idamy'").query(Integer.class).single()).isPositive();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("""
                select s.xmin::text as session, a.attribute_name as name, a.xmin::text as attribute
                from spring_session s left join spring_session_attributes a on a.session_primary_id = s.primary_id
                where s.session_id = ? order by a.attribute_name""").param(id(amy)).query().listOfRows();
    }

    private static String id(Visitor visitor) {
        return new String(Base64.getDecoder().decode(visitor.cookie(COOKIE).orElseThrow()), StandardCharsets.UTF_8);
    }
}
