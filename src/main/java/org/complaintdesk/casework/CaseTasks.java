package org.complaintdesk.casework;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.complaintdesk.casework.CaseTask.Handled;
import org.complaintdesk.casework.CaseTask.Handling;
import org.complaintdesk.platform.AsSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people had and have to do for a case, from the engine's history. */
@Component
public class CaseTasks {

    private static final String COMPLETED = "completed";
    private static final int MOST = 500;

    private final HistoryService history;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final AsSystem system;

    CaseTasks(HistoryService history, TaskService tasks, JdbcClient jdbc, AsSystem system) {
        this.history = history;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.system = system;
    }

    /**
     * @param businessKeys of the case's flows
     * @return their tasks, in the order they came up, at most 500; what the engine's history has forgotten is missing
     */
    public List<CaseTask> of(Collection<String> businessKeys) {
        if (businessKeys.isEmpty()) {
            return List.of();
        }
        return system.call(() -> {
            List<HistoricTaskInstance> found = history.createHistoricTaskInstanceQuery()
                    .processInstanceBusinessKeyIn(businessKeys.toArray(String[]::new))
                    .orderByHistoricActivityInstanceStartTime().asc().orderByTaskId().asc().listPage(0, MOST);
            Map<String, List<Handling>> handlings = handlings(found.stream().map(HistoricTaskInstance::getId).toList());
            return found.stream().map(task -> task(task, handlings.getOrDefault(task.getId(), List.of()))).toList();
        });
    }

    private CaseTask task(HistoricTaskInstance task, List<Handling> handlings) {
        boolean unclaimed = task.getEndTime() == null && task.getAssignee() == null;
        return new CaseTask(task.getId(), task.getProcessInstanceId(), task.getTaskDefinitionKey(), task.getName(),
                instant(task.getStartTime()), instant(task.getDueDate()), instant(task.getEndTime()),
                COMPLETED.equals(task.getDeleteReason()), task.getAssignee(), unclaimed ? groups(task.getId()) : List.of(), handlings);
    }

    private List<String> groups(String task) {
        return tasks.getIdentityLinksForTask(task).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).distinct().toList();
    }

    private Map<String, List<Handling>> handlings(List<String> ids) {
        return ids.isEmpty() ? Map.of() : jdbc.sql("select * from task_handling where task_id in (:ids) order by id").param("ids", ids)
                .query((row, index) -> Map.entry(row.getString("task_id"), new Handling(row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"), Handled.valueOf(row.getString("what")), row.getString("assignee")))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
