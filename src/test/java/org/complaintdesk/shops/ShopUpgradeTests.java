package org.complaintdesk.shops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintdesk.support.TwoShopsTest.NORTH;
import static org.complaintdesk.support.TwoShopsTest.SOUTH;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.TwoShopsTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Flows that began before their shop was in the settings. */
@TwoShopsTest
class ShopUpgradeTests {

    private static final List<String> TABLES = List.of("act_ru_execution", "act_ru_task", "act_ru_job", "act_ru_variable",
            "act_ru_event_subscr", "act_ru_identitylink", "act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_varinst",
            "act_hi_identitylink");

    @Autowired
    private Complaints complaints;
    @Autowired
    private CaseDriver desk;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private HistoryService history;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    @Qualifier("identitySetup")
    private SmartInitializingSingleton start;

    @Test
    void running_and_finished_flows_get_the_shop_they_would_begin_with_today() {
        ComplaintNumber open = arrives(NORTH);
        ComplaintNumber ended = arrives(SOUTH);
        complaints.endEarly(ended, Closing.WITHDRAWN, "客户撤回");
        asBefore();

        start.afterSingletonsInstantiated();

        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(open.value()).list())
                .isNotEmpty().allMatch(flow -> NORTH.equals(flow.getTenantId()));
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(open.value()).list())
                .isNotEmpty().allMatch(task -> NORTH.equals(task.getTenantId()));
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(ended.value()).list())
                .isNotEmpty().allMatch(flow -> SOUTH.equals(flow.getTenantId()));
        String flow = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(ended.value())
                .processDefinitionKey("complaint-handling").singleResult().getId();
        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(flow).list())
                .isNotEmpty().allMatch(step -> SOUTH.equals(step.getTenantId()));
        assertThat(history.createHistoricProcessInstanceQuery().processDefinitionKey("update-delivery")
                .processInstanceBusinessKeyLike(open.value() + "/%").list()).isNotEmpty().allMatch(sent -> NORTH.equals(sent.getTenantId()));
        assertThat(complaints.get(open).isClosed()).isFalse();
        desk.complete(open, "RecordComplaint", "customerName", "王小明");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(open.value()).list())
                .isNotEmpty().allMatch(task -> NORTH.equals(task.getTenantId()));
    }

    @Test
    void another_start_changes_nothing() {
        ComplaintNumber open = arrives(NORTH);
        start.afterSingletonsInstantiated();
        List<String> before = rows(open);

        start.afterSingletonsInstantiated();

        assertThat(rows(open)).isEqualTo(before);
    }

    private List<String> rows(ComplaintNumber number) {
        return jdbc.sql("select t.xmin::text || t.id_ || coalesce(t.tenant_id_, '') from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                + " where e.business_key_ = ? order by 1").param(number.value()).query(String.class).list();
    }

    private ComplaintNumber arrives(String shop) {
        return complaints.register(new NewComplaint(shop, Channel.PHONE, UUID.randomUUID().toString(), null, null, "酒瓶破损", null,
                null, new Contact("王小明", UUID.randomUUID() + "@example.com", null, null))).number();
    }

    /** No tenants, and finished flows not looked at yet. */
    private void asBefore() {
        TABLES.forEach(table -> jdbc.sql("update " + table + " set tenant_id_ = null where tenant_id_ is not null").update());
        management.deleteProperty("desk.finished-flows-compared-with-shops");
    }
}
