package org.complaintdesk.casework;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.platform.AsSystem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine and the clocks remember of closed cases. Which steps were taken when and by whom is what is measured and stays; the
 * values of variables, comments and attachments may say something of the customer.
 */
@Component
public class CaseTraces {

    private static final String ERASED = "Personal data erased";

    private final HistoryService history;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final AsSystem system;
    private final CaseClocks clocks;
    private final List<FlowsBeside> beside;

    CaseTraces(HistoryService history, RuntimeService runtime, TaskService tasks, JdbcClient jdbc, AsSystem system,
               CaseClocks clocks, List<FlowsBeside> beside) {
        this.history = history;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.system = system;
        this.clocks = clocks;
        this.beside = beside;
    }

    /**
     * Erases them. What still runs for a closed case, such as a message nobody has passed on, ends.
     *
     * @param numbers of closed cases
     */
    public void erase(Collection<String> numbers) {
        system.run(() -> numbers.forEach(this::erase));
        clocks.erase(numbers);
    }

    /**
     * The same for flows that belong to no case.
     *
     * @param keys their business keys
     * @throws OptimisticLockingFailureException when one of them goes on at this very moment
     */
    public void eraseFlows(Collection<String> keys) {
        if (!keys.isEmpty()) {
            system.run(() -> end(keys.toArray(String[]::new)));
        }
    }

    private void erase(String number) {
        end(Stream.concat(Stream.of(number), beside.stream().flatMap(flows -> flows.keys(number).stream())).toArray(String[]::new));
    }

    private void end(String... keys) {
        // What runs is not looked for in the history: the engine deletes that when its time is over, whether its flow has ended or not.
        Set<String> instances = Stream.of(keys)
                .flatMap(key -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream())
                .map(Execution::getId).collect(Collectors.toSet());
        instances.forEach(id -> runtime.deleteProcessInstanceIfExists(id, ERASED, true, true, true, false));
        Set<String> remembered = history.createHistoricProcessInstanceQuery().processInstanceBusinessKeyIn(keys).list().stream()
                .map(HistoricProcessInstance::getId).collect(Collectors.toSet());
        remembered.forEach(history::deleteHistoricVariableInstancesByProcessInstanceId);
        instances.addAll(remembered);
        instances.forEach(this::forget);
    }

    private void forget(String instance) {
        // The engine deletes comments only of what still runs. One on a task need not name the task's flow.
        jdbc.sql("""
                        delete from act_hi_comment
                         where proc_inst_id_ = :flow or task_id_ in (select id_ from act_hi_taskinst where proc_inst_id_ = :flow)""")
                .param("flow", instance).update();
        history.createHistoricTaskInstanceQuery().processInstanceId(instance).list()
                .forEach(task -> tasks.getTaskAttachments(task.getId()).forEach(attachment -> tasks.deleteAttachment(attachment.getId())));
        tasks.getProcessInstanceAttachments(instance).forEach(attachment -> tasks.deleteAttachment(attachment.getId()));
    }
}
