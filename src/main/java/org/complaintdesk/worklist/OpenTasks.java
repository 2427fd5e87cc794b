package org.complaintdesk.worklist;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Several tasks at once, in two statements, as far as the signed-in person may see them. */
@Component
class OpenTasks {

    private final TaskService tasks;
    private final JdbcClient database;

    OpenTasks(TaskService tasks, JdbcClient database) {
        this.tasks = tasks;
        this.database = database;
    }

    /** @return the tasks by id, in the order asked for; those that are done, or not to be seen, are missing */
    Map<String, OpenTask> seen(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Task> seen = new HashMap<>();
        tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list().forEach(task -> seen.put(task.getId(), task));
        Map<String, Set<String>> groups = groups(seen.keySet());
        Map<String, OpenTask> inOrder = new LinkedHashMap<>();
        for (String id : ids) {
            Task task = seen.get(id);
            if (task != null) {
                inOrder.put(id, new OpenTask(id, task.getAssignee(), groups.getOrDefault(id, Set.of()), task.getTenantId()));
            }
        }
        return inOrder;
    }

    private Map<String, Set<String>> groups(Collection<String> ids) {
        Map<String, Set<String>> groups = new HashMap<>();
        if (!ids.isEmpty()) {
            database.sql("""
                            select task_id_, group_id_ from act_ru_identitylink
                            where task_id_ in (:ids) and type_ = 'candidate' and group_id_ is not null""")
                    .param("ids", List.copyOf(ids))
                    .query((row, index) -> groups.computeIfAbsent(row.getString(1), id -> new HashSet<>()).add(row.getString(2)))
                    .list();
        }
        return groups;
    }
}
