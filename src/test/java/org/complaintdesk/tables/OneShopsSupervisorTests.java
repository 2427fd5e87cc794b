package org.complaintdesk.tables;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.support.TwoShopsTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A table counts in every shop: who sees one of them reads it. */
@TwoShopsTest
class OneShopsSupervisorTests {

    private static final String PAGE = "/policy/tables/authority";

    @Autowired MockMvc mvc;
    @Autowired IdentityService identity;
    @Autowired Shops shops;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void people() {
        for (String id : List.of("tablenorth", "tableboth")) {
            User person = identity.newUser(id);
            person.setFirstName(id);
            person.setPassword("demo");
            identity.saveUser(person);
            identity.createMembership(id, "supervisors");
        }
        shops.assign("tablenorth", false, List.of(TwoShopsTest.NORTH));
        shops.assign("tableboth", true, List.of());
    }

    @AfterEach
    void they_leave() {
        jdbc.sql("delete from policy_draft").update();
        identity.deleteUser("tablenorth");
        identity.deleteUser("tableboth");
    }

    @Test
    void a_supervisor_of_one_shop_reads_and_one_of_all_shops_changes() throws Exception {
        mvc.perform(get(PAGE).with(httpBasic("tablenorth", "demo"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("只有能看到全部店铺的主管"))).andExpect(content().string(not(containsString("修改这张表"))));
        mvc.perform(post(PAGE + "/draft").with(httpBasic("tablenorth", "demo")).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post(PAGE + "/draft").with(httpBasic("tableboth", "demo")).with(csrf())).andExpect(redirectedUrl(PAGE + "/draft"));
    }
}
