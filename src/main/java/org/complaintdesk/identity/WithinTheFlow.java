package org.complaintdesk.identity;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.AddGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AddUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.PatchExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.complaintdesk.platform.Wording;

/**
 * People work within the flow, whichever API they use: nobody but an administrator starts a case in the middle, pushes it
 * past a task, sets its variables or sends it messages, and only supervisors and managers change whose group a task belongs to. The engine's
 * permissions are too coarse for that: CREATE_INSTANCE includes starting anywhere, TASK_WORK includes an error that ends
 * the case without a trace in our tables, UPDATE_INSTANCE, which retrying a job takes, includes every move of a token,
 * TASK_ASSIGN includes the candidates. What the desk's own code calls inside a command is not a person's doing.
 */
class WithinTheFlow extends CommandInterceptor {

    private static final Set<Class<?>> FOR_ADMINISTRATORS = Set.of(StartProcessInstanceAtActivitiesCmd.class,
            CorrelateMessageCmd.class, CorrelateAllMessageCmd.class, MessageEventReceivedCmd.class, SignalCmd.class,
            SignalEventReceivedCmd.class, EvaluateStartConditionCmd.class, SetExecutionVariablesCmd.class,
            RemoveExecutionVariablesCmd.class, PatchExecutionVariablesCmd.class, HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class, ModifyProcessInstanceCmd.class,
            ModifyProcessInstanceAsyncCmd.class);
    private static final Set<Class<?>> FOR_OVERSEERS = Set.of(AddGroupIdentityLinkCmd.class,
            DeleteGroupIdentityLinkCmd.class, AddUserIdentityLinkCmd.class, DeleteUserIdentityLinkCmd.class,
            DelegateTaskCmd.class);

    private final IdentityService identity;
    private final Wording wording;

    WithinTheFlow(IdentityService identity, Wording wording) {
        this.identity = identity;
        this.wording = wording;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Authentication person = identity.getCurrentAuthentication();
        if (person != null && person.getUserId() != null && Context.getCommandContext() == null) {
            List<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
            if (FOR_ADMINISTRATORS.contains(command.getClass()) && !groups.contains(StaffGroup.ADMINISTRATORS.id())) {
                throw new AuthorizationException(wording.text("flow.administrators-only"));
            }
            if (FOR_OVERSEERS.contains(command.getClass()) && StaffGroup.noneOversees(groups)) {
                throw new AuthorizationException(wording.text("flow.overseers-only"));
            }
        }
        return next.execute(command);
    }
}
