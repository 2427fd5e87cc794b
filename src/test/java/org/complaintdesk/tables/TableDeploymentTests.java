package org.complaintdesk.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.platform.Edition;
import org.complaintdesk.platform.Sha256;
import org.complaintdesk.platform.ShippedTables;
import org.complaintdesk.platform.ShippedTables.ShippedTable;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;

/** What becomes of a table when the software is upgraded. */
@DeskTest
class TableDeploymentTests {

    private static final String TABLE = "authority";
    private static final String PAGE = "/policy/tables/" + TABLE;
    private static final RequestPostProcessor SUE = httpBasic("tablesue", "demo");

    @Autowired Tables tables;
    @Autowired TableEditing editing;
    @Autowired TableStore store;
    @Autowired ShippedTables shipped;
    @Autowired RepositoryService repository;
    @Autowired AuditLog audit;
    @Autowired Edition edition;
    @Autowired DataSource database;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcClient jdbc;
    @Autowired IdentityService identity;
    @Autowired MockMvc mvc;

    private int before;

    @BeforeEach
    void count() {
        before = tables.versions(TABLE).get(0).number();
    }

    @AfterEach
    void back_to_the_table_of_before() {
        repository.createDecisionDefinitionQuery().decisionDefinitionKey(TABLE).list().stream().filter(each -> each.getVersion() > before)
                .forEach(each -> {
                    repository.deleteDeployment(each.getDeploymentId(), true);
                    jdbc.sql("delete from policy_version where definition_id = ?").param(each.getId()).update();
                });
        jdbc.sql("delete from policy_draft").update();
        identity.deleteUser("tablesue");
        store.shipped(TABLE, shipped.of(TABLE).digest());
        jdbc.sql("update policy_table set built_at = ?").param(edition.builtAt().atOffset(ZoneOffset.UTC)).update();
    }

    @Test
    void the_same_software_starts_again_and_nothing_is_deployed() {
        upgrade(text());
        assertThat(tables.versions(TABLE).get(0).number()).isEqualTo(before);
    }

    @Test
    void a_table_that_nobody_changed_follows_the_software() {
        upgrade(text().replace("&gt; 100", "&gt; 120"));
        assertThat(inForce().origin()).isEqualTo(Version.Origin.SOFTWARE);
        assertThat(cells()).contains("> 120");
    }

    @Test
    void a_node_of_the_version_before_that_starts_again_leaves_the_newer_table_in_force() {
        upgrade(text().replace("&gt; 100", "&gt; 120"));
        start(text(), edition);
        assertThat(cells()).contains("> 120");
        assertThat(tables.versions(TABLE).get(0).number()).isEqualTo(before + 1);
    }

    @Test
    void the_houses_own_table_stays_and_there_is_news_until_somebody_decides() {
        house("> 300");
        store.shipped(TABLE, "of the version before");
        upgrade(text().replace("&gt; 100", "&gt; 120"));

        assertThat(cells()).contains("> 300").doesNotContain("> 120");
        assertThat(tables.hasNews(TABLE, inForce())).isTrue();

        editing.setAside(TABLE);
        assertThat(tables.hasNews(TABLE, inForce())).isFalse();
    }

    @Test
    void a_table_deployed_past_the_desk_stays_too() {
        repository.createDeployment().addString("processes/policy/authority.dmn", text().replace("&gt; 100", "&gt; 70")).deploy();
        upgrade(text());
        assertThat(inForce().origin()).isEqualTo(Version.Origin.OUTSIDE);
        assertThat(cells()).contains("> 70");
    }

    @Test
    void a_table_whose_columns_the_software_cannot_read_makes_way_and_says_so() {
        house("> 300");
        upgrade(text().replace("name=\"reason\"", "name=\"because\""));

        assertThat(inForce().note()).isEqualTo(TableDeployment.OTHER_COLUMNS);
        assertThat(jdbc.sql("select detail from audit_line where what = 'POLICY_CHANGED' and subject = ? order by line desc limit 1")
                .param(TABLE).query(String.class).single()).contains("other columns");
    }

    @Test
    void a_draft_with_the_columns_of_before_is_not_brought_up_to_date_but_read_and_discarded() throws Exception {
        supervisor();
        int revision = drafted("> 300").revision();
        upgrade(text().replace("name=\"reason\" typeRef=\"string\" biodi:width=\"360\" />",
                        "name=\"reason\" typeRef=\"string\" biodi:width=\"360\" /><output id=\"AuthorityOutWho\" label=\"由谁\" name=\"who\" typeRef=\"string\" />")
                .replaceAll("<rule id=\"(\\w+)\"(?s:.*?)(?=</rule>)", "$0<outputEntry id=\"$1Out3\"><text>\"LEAD\"</text></outputEntry>"));

        mvc.perform(post(PAGE + "/draft/update").with(SUE).with(csrf()).param("revision", "" + revision)).andExpect(redirectedUrl(PAGE + "/draft"));

        for (String step : List.of("", "/trial", "/publish")) {
            mvc.perform(get(PAGE + "/draft" + step).with(SUE)).andExpect(status().isOk())
                    .andExpect(content().string(containsString("表的列变了"))).andExpect(content().string(not(containsString("更新我的草稿"))));
        }
        mvc.perform(post(PAGE + "/draft/discard").with(SUE).with(csrf())).andExpect(redirectedUrl(PAGE + "?discarded"));
        assertThat(editing.draft(TABLE, "tablesue")).isEmpty();
    }

    private void house(String limit) {
        editing.publish(TABLE, "tablesue", drafted(limit).revision(), "test");
    }

    private Draft drafted(String limit) {
        editing.begin(TABLE, "tablesue");
        Draft draft = editing.draft(TABLE, "tablesue").orElseThrow();
        editing.change(draft, draft.revision(), rules -> rules.stream().map(rule -> !rule.in().contains("> 100") ? rule
                : new Rule(rule.id(), rule.note(), rule.in().stream().map(cell -> cell.equals("> 100") ? limit : cell).toList(), rule.out())).toList());
        return editing.draft(TABLE, "tablesue").orElseThrow();
    }

    private void supervisor() {
        User sue = identity.newUser("tablesue");
        sue.setFirstName("Sue");
        sue.setPassword("demo");
        identity.saveUser(sue);
        identity.createMembership("tablesue", "supervisors");
    }

    private void upgrade(String text) {
        Edition later = mock();
        when(later.builtAt()).thenReturn(edition.builtAt().plusSeconds(60));
        start(text, later);
    }

    private void start(String text, Edition of) {
        ShippedTable table = new ShippedTable(TABLE, shipped.of(TABLE).resource(), text.getBytes(UTF_8), Sha256.hex(text));
        ShippedTables software = mock();
        when(software.all()).thenReturn(List.of(table));
        when(software.of(any())).thenReturn(table);
        new TableDeployment(repository, software, store, audit, of, database, transactions).afterSingletonsInstantiated();
    }

    private String text() {
        return new String(shipped.of(TABLE).content(), UTF_8);
    }

    private Version inForce() {
        return tables.versions(TABLE).get(0);
    }

    private List<String> cells() {
        return tables.sheet(TABLE, inForce().id()).rules().stream().flatMap(rule -> rule.in().stream()).toList();
    }
}
