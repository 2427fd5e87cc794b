package org.complaintdesk.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.FormInput;

/** The open tasks of one case. */
public final class OpenWork {

    private final TaskService tasks;
    private final Staff staff;
    private final DueTimes dueTimes;
    private final Predicate<String> away;
    private final List<Task> open;

    OpenWork(TaskService tasks, Staff staff, DueTimes dueTimes, Predicate<String> away, List<Task> open) {
        this.tasks = tasks;
        this.staff = staff;
        this.dueTimes = dueTimes;
        this.away = away;
        this.open = open;
    }

    /**
     * @return user id and name of everyone in the groups the work is for; of the agents while nothing is open. People who are
     *         away are left out, unless all are.
     */
    public List<Map.Entry<String, String>> people() {
        Stream<String> groups = open.isEmpty() ? Stream.of(StaffGroup.AGENTS.id()) : open.stream().flatMap(this::groups);
        List<String> all = groups.distinct().flatMap(group -> staff.members(group).stream()).distinct().toList();
        List<String> there = all.stream().filter(away.negate()).toList();
        return (there.isEmpty() ? all : there).stream()
                .map(person -> Map.entry(person, staff.displayName(person))).toList();
    }

    /**
     * @return the field {@code newAssignee}: someone who may do all that is open
     * @throws org.complaintdesk.platform.InvalidInput when it is nobody, or someone who may not
     */
    public String colleague(FormInput input) {
        String person = input.text("newAssignee", 64);
        boolean able = open.isEmpty() ? staff.worksOnCases(person)
                : open.stream().allMatch(task -> groups(task).anyMatch(group -> staff.isMember(person, group)));
        if (!able) {
            throw input.invalid("newAssignee", "supervise.cannot-take", staff.displayName(person));
        }
        return person;
    }

    public void handTo(String person) {
        open.forEach(task -> tasks.setAssignee(task.getId(), person));
    }

    public void moveDueTimes(Instant due) {
        open.forEach(task -> dueTimes.move(task, due));
    }

    private Stream<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull);
    }
}
