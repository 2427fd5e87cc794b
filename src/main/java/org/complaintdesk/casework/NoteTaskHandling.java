package org.complaintdesk.casework;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes who takes a task, hands it on or gives it back, in the same transaction. At the level of history the desk keeps, the
 * engine knows only who had it last. Whom a new task goes to is the flow's doing, and known from the task itself.
 */
@Component
class NoteTaskHandling implements TaskListener {

    private final ObjectProvider<JdbcClient> jdbc;
    private final Clock clock;

    /** The engine is built before our tables are migrated. */
    NoteTaskHandling(ObjectProvider<JdbcClient> jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Authentication person = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (person == null || person.getUserId() == null || isNew(task)) {
            return;
        }
        String what = task.getAssignee() == null ? "GIVEN_BACK" : task.getAssignee().equals(person.getUserId()) ? "TAKEN" : "HANDED";
        jdbc.getObject().sql("insert into task_handling (task_id, at, who, what, assignee) values (?, ?, ?, ?, ?)")
                .params(task.getId(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), person.getUserId(), what,
                        task.getAssignee()).update();
    }

    /** What is not in the database yet has no revision there. */
    private static boolean isNew(DelegateTask task) {
        return task instanceof HasDbRevision kept && kept.getRevision() == 0;
    }
}
