package org.complaintdesk.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.complaintdesk.platform.Wording;

/**
 * Whose task it is decides: one's own, because one has it or is in a group it is for, can be read, taken, given back and
 * completed; every other only be read by those who oversee, and rearranged by supervisors. The engine's permissions, which
 * are checked besides, say what a group does with tasks at all: few rows, where the engine would write one for each task.
 */
class OwnTasks extends TenantCommandChecker {

    private static final Set<String> READ_ALL = Set.of(StaffGroup.overseers());
    private static final Set<String> REARRANGE_ALL = Set.of(StaffGroup.keepersOfFiles());

    private final Wording wording;

    OwnTasks(Wording wording) {
        this.wording = wording;
    }

    @Override
    public void checkReadTask(TaskEntity task) {
        super.checkReadTask(task);
        check(task, READ_ALL);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        super.checkReadTaskVariable(task);
        check(task, READ_ALL);
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        super.checkUpdateTaskVariable(task);
        check(task, REARRANGE_ALL);
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        super.checkTaskAssign(task);
        check(task, REARRANGE_ALL);
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        check(task, REARRANGE_ALL);
    }

    /** @return whether the person finds no tasks but their own */
    static boolean isLimited(Authentication person) {
        return groups(person).stream().noneMatch(READ_ALL::contains);
    }

    static List<String> groups(Authentication person) {
        return person.getGroupIds() == null ? List.of() : person.getGroupIds();
    }

    private void check(TaskEntity task, Collection<String> exempt) {
        CommandContext context = Context.getCommandContext();
        Authentication person = context.isAuthorizationCheckEnabled() ? context.getAuthentication() : null;
        if (person != null && person.getUserId() != null && groups(person).stream().noneMatch(exempt::contains)
                && !isOwn(task, person)) {
            throw new AuthorizationException(wording.text("flow.not-your-task"));
        }
    }

    private static boolean isOwn(TaskEntity task, Authentication person) {
        return person.getUserId().equals(task.getAssignee()) || task.getCandidates().stream().anyMatch(link ->
                person.getUserId().equals(link.getUserId()) || groups(person).contains(link.getGroupId()));
    }
}
