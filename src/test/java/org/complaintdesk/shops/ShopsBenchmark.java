package org.complaintdesk.shops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.TaskQuery;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs the lists of tasks that people see their own shops only: by tenants, as the desk does it, and by
 * authorization rows with a group for each shop, as it might have. {@code mvn -Pbench verify}; {@code -Dbench.tasks=20000
 * -Dbench.shops=20} are the defaults. Results: {@code target/bench/shops.md}.
 */
@DeskTest
class ShopsBenchmark {

    private static final int TASKS = Integer.getInteger("bench.tasks", 20_000);
    private static final int SHOPS = Integer.getInteger("bench.shops", 20);
    private static final int PAGE = 15;
    private static final int TIMES = 15;
    private static final Path RESULTS = Path.of("target/bench");

    @Autowired CaseDriver desk;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired IdentityService identity;
    @Autowired ProcessEngine engine;
    @Autowired JdbcClient jdbc;
    private final StringBuilder report = new StringBuilder();

    @Test
    void measure() throws IOException {
        fill(desk.diagnosed());
        List<String> all = IntStream.range(0, SHOPS).mapToObj(shop -> "shop-" + shop).toList();
        line("%,d open tasks of agents, %d shops, median of %d runs in ms; list: first %d by priority and due time", TASKS,
                SHOPS, TIMES, PAGE);
        line("| | group's list | count | all tasks' list | count |%n|---|---|---|---|---|");

        row("the desk, everybody sees everything", "agents", List.of("agents"), List.of("supervisors"), null, TIMES);
        row("the desk, tenants: one shop of %d".formatted(SHOPS), "agents", List.of("agents"), List.of("supervisors"), all.subList(3, 4), TIMES);
        row("the desk, tenants: every shop", "agents", List.of("agents"), List.of("supervisors"), all, TIMES);

        asTheEngineWould();
        byRows();
        row("the engine, rows for each shop's group: one shop", "agents-3", List.of("agents", "agents-3"),
                List.of("supervisors-of-shops", "supervisors-3"), null, 3);
        line("rows in act_ru_authorization: %,d", jdbc.sql("select count(*) from act_ru_authorization").query(Long.class).single());
        Files.createDirectories(RESULTS);
        Files.writeString(RESULTS.resolve("shops.md"), report);
    }

    private static Stream<String> numbered(String prefix) {
        return IntStream.range(0, SHOPS).mapToObj(shop -> prefix + shop);
    }

    private void asTheEngineWould() {
        configuration().getSessionFactories().put(TaskManager.class, new GenericManagerFactory(TaskManager.class));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** @param shops null for no check of tenants */
    private void row(String what, String group, List<String> agent, List<String> supervisor, List<String> shops, int times) {
        String[] groups = group.isEmpty() ? numbered("agents-").toArray(String[]::new) : new String[] {group};
        configuration().setTenantCheckEnabled(shops != null);
        identity.setAuthentication("bench-agent", agent, shops);
        double list = median(times, () -> groupsOwn(groups).orderByTaskPriority().desc().orderByDueDate().asc().listPage(0, PAGE));
        double count = median(times, () -> groupsOwn(groups).count());
        identity.setAuthentication("bench-supervisor", supervisor, shops);
        double every = median(times, () -> tasks.createTaskQuery().orderByTaskPriority().desc().orderByDueDate().asc().listPage(0, PAGE));
        double everyCount = median(times, () -> tasks.createTaskQuery().count());
        line("| %s | %.1f | %.1f | %.1f | %.1f |", what, list, count, every, everyCount);
        identity.clearAuthentication();
        configuration().setTenantCheckEnabled(true);
    }

    private TaskQuery groupsOwn(String... groups) {
        return tasks.createTaskQuery().taskCandidateGroupIn(Arrays.asList(groups)).taskUnassigned()
                .processDefinitionKeyIn("complaint-handling", "complaint-mediation", "complaint-correspondence", "review-handling");
    }

    /** So many tasks like the one of this case, each of a flow of its own. */
    private void fill(ComplaintNumber pattern) {
        String flow = runtime.createProcessInstanceQuery().processInstanceBusinessKey(pattern.value())
                .processDefinitionKey("complaint-handling").singleResult().getId();
        String task = tasks.createTaskQuery().processInstanceId(flow).list().get(0).getId();
        copy("act_ru_execution", "id_ = '%s'".formatted(flow), "'id_', 'b' || n, 'root_proc_inst_id_', 'b' || n, 'proc_inst_id_', 'b' || n, "
                + "'business_key_', 'B-' || n, 'parent_id_', null, 'super_exec_', null, 'tenant_id_', 'shop-' || (n % " + SHOPS + ")");
        copy("act_ru_task", "id_ = '%s'".formatted(task), "'id_', 'bt' || n, 'execution_id_', 'b' || n, 'proc_inst_id_', 'b' || n, "
                + "'assignee_', null, 'priority_', 10 + n % 90, 'due_date_', now() + n * interval '1 minute', "
                + "'tenant_id_', 'shop-' || (n % " + SHOPS + ")");
        copy("act_ru_identitylink", "task_id_ = '%s' and group_id_ = 'agents'".formatted(task),
                "'id_', 'bl' || n, 'task_id_', 'bt' || n, 'tenant_id_', 'shop-' || (n % " + SHOPS + ")");
        jdbc.sql("analyze").update();
    }

    /** The other way: tasks are a group's of their shop, supervisors of shops may read single tasks, not all. */
    private void byRows() {
        jdbc.sql("update act_ru_identitylink set group_id_ = 'agents-' || (substring(task_id_ from 3)::int % :shops) where id_ like 'bl%'")
                .param("shops", SHOPS).update();
        for (String group : List.of("agents-", "supervisors-")) {
            for (Map.Entry<String, Integer> what : Map.of("bt", Resources.TASK.resourceType(), "b", Resources.PROCESS_INSTANCE.resourceType()).entrySet()) {
                jdbc.sql("""
                                insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
                                select :group || :what || n, 1, 1, :group || (n % :shops), :type, :what || n, 2 from generate_series(1, :tasks) n""")
                        .param("group", group).param("what", what.getKey()).param("shops", SHOPS).param("type", what.getValue())
                        .param("tasks", TASKS).update();
            }
        }
        jdbc.sql("analyze").update();
    }

    private void copy(String table, String pattern, String changes) {
        jdbc.sql("insert into %1$s select (jsonb_populate_record(p, jsonb_build_object(%3$s))).* from %1$s p, generate_series(1, %4$d) n where %2$s"
                .formatted(table, pattern, changes, TASKS)).update();
    }

    private static double median(int times, Supplier<?> work) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            work.get();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[times / 2];
    }

    private void line(String text, Object... values) {
        String line = text.formatted(values);
        System.out.println(line);
        report.append(line).append('\n');
    }
}
