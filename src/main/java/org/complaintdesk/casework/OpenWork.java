package org.complaintdesk.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.FormInput;

/** The open tasks of one case. */
public final class OpenWork {

    private final TaskService tasks;
    private final Staff staff;
    private final Shops shops;
    private final String shop;
    private final DueTimes dueTimes;
    private final UnaryOperator<List<String>> notAway;
    private final List<Task> open;

    /** @param shop the shop that limits who sees the case; null when everyone sees it */
    OpenWork(TaskService tasks, Staff staff, Shops shops, String shop, DueTimes dueTimes, UnaryOperator<List<String>> notAway,
             List<Task> open) {
        this.tasks = tasks;
        this.staff = staff;
        this.shops = shops;
        this.shop = shop;
        this.dueTimes = dueTimes;
        this.notAway = notAway;
        this.open = open;
    }

    /**
     * @return user id and name of everyone in the groups the work is for who sees the shop; of the agents while nothing is open. People who are
     *         away are left out, unless all are.
     */
    public List<Map.Entry<String, String>> people() {
        Stream<String> groups = open.isEmpty() ? Stream.of(StaffGroup.AGENTS.id()) : open.stream().flatMap(this::groups);
        List<String> all = groups.distinct().flatMap(group -> shops.peopleFor(group, shop).stream()).distinct().toList();
        List<String> there = notAway.apply(all);
        return List.copyOf(staff.displayNames(there.isEmpty() ? all : there).entrySet());
    }

    /**
     * @return the field {@code newAssignee}: someone who may do some of what is open
     * @throws org.complaintdesk.platform.InvalidInput when it is nobody, or someone who may not
     */
    public String colleague(FormInput input) {
        String person = input.text("newAssignee", 64);
        boolean able = open.isEmpty() ? staff.worksOnCases(person)
                : open.stream().flatMap(this::groups).distinct().anyMatch(group -> staff.isMember(person, group));
        if (!able || !shops.sees(person, shop)) {
            throw input.invalid("newAssignee", "supervise.cannot-take", staff.displayName(person));
        }
        return person;
    }

    /**
     * What is open goes to this person, as far as it is their group's. Who oversees the others' work takes it from them, but no
     * single step that finance or the warehouse does.
     *
     * @return whether the case is theirs from now on, and not a single step of it
     */
    public boolean handTo(String person) {
        boolean oversees = staff.oversees(person);
        open.stream().filter(task -> groups(task).anyMatch(group -> staff.isMember(person, group)
                || oversees && !StaffGroup.helpers().contains(group))).forEach(task -> tasks.setAssignee(task.getId(), person));
        return oversees || staff.worksOnCases(person);
    }

    public void moveDueTimes(Instant due) {
        open.forEach(task -> dueTimes.move(task, due));
    }

    private Stream<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull);
    }
}
