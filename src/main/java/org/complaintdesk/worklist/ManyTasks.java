package org.complaintdesk.worklist;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes, gives back or hands over several tasks at a person's word. Each is a transaction of its own: what one task refuses
 * does not undo the others, and of each is said what became of it.
 */
@Component
class ManyTasks {

    private static final Logger LOG = LoggerFactory.getLogger(ManyTasks.class);

    private final OpenTasks open;
    private final Takers takers;
    private final TaskService tasks;
    private final Staff staff;
    private final Wording wording;

    ManyTasks(OpenTasks open, Takers takers, TaskService tasks, Staff staff, Wording wording) {
        this.open = open;
        this.takers = takers;
        this.tasks = tasks;
        this.staff = staff;
        this.wording = wording;
    }

    /**
     * What became of one task.
     *
     * @param message in the installation's language
     */
    record Outcome(String task, boolean done, String message) {
    }

    private interface Deed {
        /** @return what was done, in words */
        String to(OpenTask task);
    }

    /** What speaks against doing it; nothing has been done then. */
    private static final class Refused extends RuntimeException {

        private Refused(String message) {
            super(message, null, false, false);
        }
    }

    /** Takes each task that nobody has taken yet. */
    List<Outcome> claim(Collection<String> ids, String person) {
        return each(ids, task -> {
            if (person.equals(task.assignee())) {
                return wording.text("work.already-yours");
            }
            refuseIf(task.assignee() != null, "work.taken", task.assignee());
            tasks.claim(task.id(), person);
            return wording.text("work.claimed");
        });
    }

    /** Puts each task back to its groups: a person's own, or anybody's when who asks oversees the work. */
    List<Outcome> giveBack(Collection<String> ids, String person) {
        boolean oversees = staff.oversees(person);
        return each(ids, task -> {
            if (task.assignee() == null) {
                return wording.text("work.nobodys");
            }
            refuseIf(!oversees && !person.equals(task.assignee()), "work.not-yours", task.assignee());
            tasks.setAssignee(task.id(), null);
            return wording.text("work.given-back");
        });
    }

    /** Gives each task to a colleague of its groups and its shop: a person's own, or any when who asks oversees the work. */
    List<Outcome> handOver(Collection<String> ids, String person, String to) {
        boolean oversees = staff.oversees(person);
        String name = staff.displayName(to);
        return each(ids, task -> {
            if (to.equals(task.assignee())) {
                return wording.text("work.already-theirs", name);
            }
            refuseIf(!oversees && task.assignee() == null, "work.take-first", null);
            refuseIf(!oversees && !person.equals(task.assignee()), "work.not-yours", task.assignee());
            refuseIf(!takers.mayTake(to, task), "work.cannot-take", to);
            tasks.setAssignee(task.id(), to);
            return wording.text("work.handed-over", name);
        });
    }

    private void refuseIf(boolean refused, String key, String about) {
        if (refused) {
            throw new Refused(about == null ? wording.text(key) : wording.text(key, staff.displayName(about)));
        }
    }

    private List<Outcome> each(Collection<String> ids, Deed deed) {
        Collection<String> once = new LinkedHashSet<>(ids);
        Map<String, OpenTask> seen = open.seen(once);
        return once.stream().map(id -> seen.containsKey(id) ? outcome(seen.get(id), deed)
                : new Outcome(id, false, wording.text("work.gone"))).toList();
    }

    private Outcome outcome(OpenTask task, Deed deed) {
        try {
            return new Outcome(task.id(), true, deed.to(task));
        } catch (RuntimeException refused) {
            return new Outcome(task.id(), false, why(refused));
        }
    }

    private String why(RuntimeException refused) {
        if (refused instanceof Refused) {
            return refused.getMessage();
        }
        if (refused instanceof TaskAlreadyClaimedException taken) {
            return wording.text("work.taken", staff.displayName(taken.getTaskAssignee()));
        }
        if (refused instanceof AuthorizationException) {
            return wording.text("work.not-allowed");
        }
        if (refused instanceof BadUserRequestException plain) {
            return plain.getMessage();
        }
        if (refused instanceof ProcessEngineException failed) {
            LOG.warn("A task could not be given to somebody: {}", failed.getMessage());
            return wording.text("work.failed");
        }
        throw refused;
    }
}
