package org.complaintdesk.identity;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterCountCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Whoever oversees finds all tasks, everybody else their own and those for their groups, whatever they ask for. That
 * replaces the engine's join of every task with every authorization, which takes a minute with 20,000 open tasks. Pages are
 * asked for such that indexes answer, and a list's filter counts to {@link #MOST}, as Tasklist asks for it with every page.
 */
class OwnTaskLists extends EndingTasks {

    /** More than anybody turns pages for; beside the lists stands 999+. */
    static final int MOST = 1_000;
    static final String STATEMENTS = "identity/task-pages.xml";
    private static final String NAMESPACE = "org.complaintdesk.taskpages.";

    @Override
    @SuppressWarnings("unchecked")
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        if (!isAPersons() || query.getMaxResults() == Integer.MAX_VALUE || !TaskOrder.isOfTask(query)) {
            return super.findTasksByQueryCriteria(query);
        }
        configureQuery(query);
        TaskOrder.complete(query);
        planForTheseShops();
        return getDbEntityManager().selectList(NAMESPACE + "page", query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        if (!isAPersons() || !(Context.getCommandInvocationContext().getCommand() instanceof ExecuteFilterCountCmd)) {
            return super.findTaskCountByQueryCriteria(query);
        }
        configureQuery(query);
        query.setMaxResults(MOST * groupsWithTasks(Context.getCommandContext().getAuthentication()));
        planForTheseShops();
        return Math.min(MOST, (Long) getDbEntityManager().selectOne(NAMESPACE + "count", query));
    }

    @Override
    protected void configureQuery(TaskQueryImpl query) {
        if (!isAPersons()) {
            super.configureQuery(query);
            return;
        }
        Authentication person = Context.getCommandContext().getAuthentication();
        if (OwnTasks.isLimited(person)) {
            leaveOwn(query, person);
        }
        getTenantManager().configureQuery(query);
    }

    /** As often a task may be found. */
    private static int groupsWithTasks(Authentication person) {
        return (int) Math.max(1, OwnTasks.groups(person).stream().filter(group -> !group.equals(Shops.ALL)).count());
    }

    private void planForTheseShops() {
        getDbEntityManager().selectOne(NAMESPACE + "planForTheseShops", null);
    }

    private static boolean isAPersons() {
        CommandContext context = Context.getCommandContext();
        return context.isAuthorizationCheckEnabled() && context.getAuthentication() != null;
    }

    private static void leaveOwn(TaskQueryImpl query, Authentication person) {
        TaskQuery own = query.or().taskAssignee(person.getUserId());
        if (!OwnTasks.groups(person).isEmpty()) {
            own.taskCandidateGroupIn(OwnTasks.groups(person)).includeAssignedTasks();
        }
        own.endOr();
    }
}
