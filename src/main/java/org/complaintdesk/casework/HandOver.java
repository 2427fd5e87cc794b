package org.complaintdesk.casework;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.casework.CasesInHand.HandedOver;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.Wording;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has in hand goes to somebody else, and the case tells it. Who may do that has been checked before. */
@Component
public class HandOver {

    private static final String GROUPS = """
            select task_id_, group_id_ from act_ru_identitylink
            where task_id_ = any(?) and type_ = 'candidate' and group_id_ is not null order by task_id_, group_id_""";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final List<CasesInHand> kinds;
    private final Staff staff;
    private final JdbcClient jdbc;
    private final Wording wording;
    private final AsSystem system;

    HandOver(TaskService tasks, RuntimeService runtime, List<CasesInHand> kinds, Staff staff, JdbcClient jdbc,
             Wording wording, AsSystem system) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.kinds = kinds;
        this.staff = staff;
        this.jdbc = jdbc;
        this.wording = wording;
        this.system = system;
    }

    private record PileKey(String caseNumber, List<String> groups) {
    }

    /** @return how many open tasks each of these people has, by user id; nothing for who has none */
    public Map<String, Long> counts(Collection<String> people) {
        return jdbc.sql("select assignee_, count(*) from act_ru_task where assignee_ = any(?) group by assignee_")
                .param(people.toArray(String[]::new)).query((row, index) -> Map.entry(row.getString(1), row.getLong(2))).list()
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return all that is assigned to this person, what is due first before the rest */
    public List<Pile> inHandsOf(String person) {
        return system.call(() -> {
            List<Task> open = tasks.createTaskQuery().taskAssignee(person).list();
            Map<String, ProcessInstance> flows = flows(open);
            Map<String, List<String>> groups = groups(open);
            Map<PileKey, List<Task>> piles = open.stream()
                    .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder())))
                    .collect(Collectors.groupingBy(task -> new PileKey(caseOf(task, flows),
                            groups.getOrDefault(task.getId(), List.of())), LinkedHashMap::new,
                            Collectors.toList()));
            return piles.entrySet().stream().map(pile -> new Pile(pile.getKey().caseNumber(), pile.getValue().get(0).getTenantId(),
                    pile.getKey().groups(), pile.getValue().stream().map(HandOver::piece).toList())).toList();
        });
    }

    /** @return the numbers of the open cases this person handles */
    public List<String> casesOf(String person) {
        return kinds.stream().flatMap(kind -> kind.of(person).stream()).toList();
    }

    /**
     * Hands a pile over. What is no longer this person's by now stays as it is.
     *
     * @param to  user id; null to give it back to its group
     * @param why null when no reason is to be told
     * @return how many tasks changed hands
     * @throws OptimisticLockingFailureException when one of them changed at the same moment; nothing has happened then
     */
    @Transactional
    public int give(Pile pile, String from, String to, String why) {
        return system.call(() -> {
            List<Pile.Piece> still = pile.tasks().stream().filter(piece -> isOf(piece, from)).toList();
            if (!still.isEmpty()) {
                note(pile.caseNumber(), from, to, pile.groups(), names(still), why);
                still.forEach(piece -> tasks.setAssignee(piece.id(), to));
            }
            return still.size();
        });
    }

    /**
     * Hands a case over of which no task is open: its next task goes to whoever has it now.
     *
     * @param to user id; null when nobody has
     */
    @Transactional
    public void giveCase(String caseNumber, String from, String to, String why) {
        note(caseNumber, from, to, List.of(), null, why);
    }

    /** @return what these tasks are called; several of one name as one with their number */
    public String names(List<Pile.Piece> pieces) {
        return pieces.stream().collect(Collectors.groupingBy(Pile.Piece::name, LinkedHashMap::new, Collectors.counting())).entrySet()
                .stream().map(name -> name.getKey() + (name.getValue() == 1 ? "" : " ×" + name.getValue()))
                .collect(Collectors.joining(wording.text("timeline.and")));
    }

    private void note(String caseNumber, String from, String to, List<String> groups, String names, String why) {
        String shown = to != null ? staff.displayName(to)
                : groups.stream().map(staff::displayName).collect(Collectors.joining(" / "));
        HandedOver handed = new HandedOver(from, to, shown, names, why);
        kinds.stream().anyMatch(kind -> kind.note(caseNumber, handed));
    }

    private boolean isOf(Pile.Piece piece, String person) {
        return tasks.createTaskQuery().taskId(piece.id()).taskAssignee(person).count() > 0;
    }

    private Map<String, ProcessInstance> flows(List<Task> open) {
        TreeSet<String> ids = open.stream().map(Task::getProcessInstanceId).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return ids.isEmpty() ? Map.of() : runtime.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, flow -> flow));
    }

    /** What belongs to a case has its number before a slash. */
    private static String caseOf(Task task, Map<String, ProcessInstance> flows) {
        ProcessInstance flow = flows.get(String.valueOf(task.getProcessInstanceId()));
        String key = flow == null ? null : flow.getBusinessKey();
        return key == null ? task.getId() : key.replaceFirst("/.*", "");
    }

    /** One query for all of them; the engine's API would take one each. */
    private Map<String, List<String>> groups(List<Task> open) {
        return jdbc.sql(GROUPS).param(open.stream().map(Task::getId).toArray(String[]::new))
                .query((row, index) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Pile.Piece piece(Task task) {
        return new Pile.Piece(task.getId(), task.getName(), task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
