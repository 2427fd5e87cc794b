package org.complaintdesk.casefile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.complaintdesk.casework.CaseTask;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** The tasks of a case as staff read them. */
@Component
class TaskLines {

    private static final int HOURS_OF_DAYS = 48;

    private final Staff staff;
    private final Wording wording;
    private final Clock clock;

    TaskLines(Staff staff, Wording wording, Clock clock) {
        this.staff = staff;
        this.wording = wording;
        this.clock = clock;
    }

    TaskLine of(CaseTask task) {
        Instant now = clock.instant();
        return new TaskLine(task.id(), task.flow(), task.name(), who(task), result(task), task.created(),
                task.due(), task.isOpen() && task.due() != null && task.due().isBefore(now), task.ended(),
                took(Duration.between(task.created(), task.isOpen() ? now : task.ended())), task.isOpen(), task.assignee() != null);
    }

    private String who(CaseTask task) {
        if (task.assignee() != null) {
            return staff.displayName(task.assignee());
        }
        return task.groups().isEmpty() ? "–" : task.groups().stream().map(staff::displayName).collect(Collectors.joining(wording.text("tasks.or")));
    }

    private String result(CaseTask task) {
        if (task.isOpen()) {
            return wording.text(task.assignee() == null ? "tasks.unclaimed" : "tasks.in-hand");
        }
        return wording.text(task.completed() ? "tasks.completed" : "tasks.fell-away");
    }

    private String took(Duration time) {
        long minutes = Math.max(0, time.toMinutes());
        long hours = minutes / 60;
        return hours >= HOURS_OF_DAYS ? wording.text("tasks.days", hours / 24, hours % 24)
                : hours > 0 ? wording.text("tasks.hours", hours, minutes % 60) : wording.text("tasks.minutes", minutes);
    }
}
