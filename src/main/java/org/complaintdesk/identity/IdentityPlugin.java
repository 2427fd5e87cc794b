package org.complaintdesk.identity;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.complaintdesk.platform.EngineSessions;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Gives every user task of every process {@link OnlyTheAssigneeCompletes}, {@link OnlyOverseersRearrange} and
 * {@link CandidateRights}, lets people find and touch {@link OwnTasks}, and gives every command {@link WithinTheFlow}, and
 * every flow the {@linkplain ShopOfFlow shop} it is about.
 */
@Component
class IdentityPlugin extends AbstractProcessEnginePlugin {

    /** A shop's name as people write it; the engine's own pattern knows Latin letters only. */
    private static final String SHOP = "\\P{Cntrl}{1,64}";
    private static final String GROUP = "[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*";

    private final OnlyTheAssigneeCompletes onlyTheAssigneeCompletes;
    private final OnlyOverseersRearrange onlyOverseersRearrange;
    private final ShopOfFlow shopOfFlow;
    private final Wording wording;

    IdentityPlugin(OnlyTheAssigneeCompletes onlyTheAssigneeCompletes, OnlyOverseersRearrange onlyOverseersRearrange,
                   ShopOfFlow shopOfFlow, Wording wording) {
        this.onlyTheAssigneeCompletes = onlyTheAssigneeCompletes;
        this.onlyOverseersRearrange = onlyOverseersRearrange;
        this.shopOfFlow = shopOfFlow;
        this.wording = wording;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new CandidateRights());
        engine.setCommandCheckers(List.of(new OwnTasks(wording), new AuthorizationCommandChecker()));
        EngineSessions.replace(engine, TaskManager.class, OwnTaskLists::new);
        engine.setTenantIdProvider(shopOfFlow);
        engine.setTenantResourceWhitelistPattern(SHOP);
        engine.setGroupResourceWhitelistPattern(GROUP);
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPreBPMNParseListeners());
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
                TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, onlyTheAssigneeCompletes);
                task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, onlyOverseersRearrange);
            }
        });
        engine.setCustomPreBPMNParseListeners(listeners);
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(new WithinTheFlow(engine.getIdentityService(), wording));
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }
}
