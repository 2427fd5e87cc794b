package org.complaintdesk.volume;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** The engine's own queries on the same tables, called in Java: no permissions, no shops, no HTTP, no JSON. */
final class EngineAlone implements AutoCloseable {

    private static final int PAGE = 15;
    private static final String[] FIVE = {"number", "categoryName", "customerName", "severity", "settlementDue"};

    private final ProcessEngine engine;

    EngineAlone(DataSource database, String name) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_AUDIT);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        // A desk has no tables for cases of CMMN.
        configuration.setCmmnEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        engine = configuration.buildProcessEngine();
    }

    /** By what each is like. */
    Map<String, Times.Work> queries() {
        TaskService tasks = engine.getTaskService();
        Map<String, Times.Work> queries = new LinkedHashMap<>();
        queries.put("by priority, then due time", () -> page(tasks.createTaskQuery().orderByTaskPriority().desc().orderByDueDate().asc()));
        queries.put("by created desc", () -> page(tasks.createTaskQuery().orderByTaskCreateTime().desc()));
        queries.put("by dueDate asc", () -> page(tasks.createTaskQuery().orderByDueDate().asc()));
        queries.put("of a group, by priority, then due time", () -> page(group(tasks).orderByTaskPriority().desc().orderByDueDate().asc()));
        queries.put("with a number like C-%0%7", () -> page(tasks.createTaskQuery().processVariableValueLike("number", "C-%0%7")
                .orderByTaskPriority().desc()));
        queries.put("count", () -> tasks.createTaskQuery().count());
        queries.put("count of a group", () -> group(tasks).count());
        return queries;
    }

    private static TaskQuery group(TaskService tasks) {
        return tasks.createTaskQuery().taskCandidateGroupIn(List.of("agents")).taskUnassigned();
    }

    private void page(TaskQuery query) {
        List<Task> found = query.listPage(0, PAGE);
        engine.getRuntimeService().createVariableInstanceQuery().variableScopeIdIn(found.stream().map(Task::getProcessInstanceId)
                .collect(Collectors.toSet()).toArray(String[]::new)).variableNameIn(FIVE).disableBinaryFetching().disableCustomObjectDeserialization().list();
    }

    @Override
    public void close() {
        engine.close();
    }
}
