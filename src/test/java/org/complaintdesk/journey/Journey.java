package org.complaintdesk.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The people of the desk, each in a browser window of their own. */
abstract class Journey {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    static final String MINE = "我的任务";
    static final String MY_GROUPS = "我组的待办";

    private static final String PASSWORD = "journey";

    @Autowired private IdentityService identity;
    @Autowired private TestRestTemplate http;
    @LocalServerPort private int port;

    @BeforeEach
    void people() {
        joins("amy", "agents", "艾米");
        joins("sue", "supervisors", "苏姐");
        joins("fay", "finance", "菲菲");
    }

    @AfterEach
    void everythingAsBefore() {
        ClockUtil.reset();
        List.of("amy", "sue", "fay").forEach(identity::deleteUser);
    }

    Tasklist signIn(Page window, String person) {
        return Tasklist.signIn(window, address(""), person, PASSWORD);
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    JsonNode ask(String path) {
        return http.withBasicAuth("amy", PASSWORD).getForObject(path, JsonNode.class);
    }

    JsonNode tell(String path, Object body) {
        return http.withBasicAuth("amy", PASSWORD).postForObject(path, body, JsonNode.class);
    }

    private void joins(String id, String group, String name) {
        User person = identity.newUser(id);
        person.setFirstName(name);
        person.setLastName("");
        person.setEmail(id + "@desk.example");
        person.setPassword(PASSWORD);
        identity.saveUser(person);
        identity.createMembership(id, group);
    }
}
