package org.complaintdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.IdentityService;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what: the table in {@code access/*.txt}, asked of the running desk as programs and browsers ask. */
@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleActionTests {

    @Autowired
    AutowireCapableBeanFactory beans;
    @LocalServerPort
    int port;

    private People people;
    private Things things;
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();

    @BeforeAll
    void prepare() {
        people = new People(beans.getBean(IdentityService.class));
        things = Things.with(beans, people);
    }

    static List<Row> rows() throws IOException {
        return Row.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void role_and_action(Row row) throws Exception {
        Visitor visitor = visitors.computeIfAbsent(row.who(), role -> new Visitor(port, people.id(role)));

        HttpResponse<String> answer = visitor.asks(row.how(), row.method(), things.fill(row.path(), row.who()),
                things.fill(row.body(), row.who()));

        assertThat(row.expected()).as("%s, answered %s", answer.uri(), answer.body()).contains(answer.statusCode());
        assertThat(answer.body()).doesNotContain("\tat ", "java.lang.", "org.postgresql");
    }

    @Test
    void the_table_says_who_may_and_who_may_not() throws Exception {
        assertThat(rows()).hasSizeGreaterThan(60);
        assertThat(rows().stream().filter(row -> row.expected().get(0) < 300)).hasSizeGreaterThan(25);
        assertThat(rows().stream().filter(row -> row.expected().get(0) >= 400)).hasSizeGreaterThan(35);
    }
}
