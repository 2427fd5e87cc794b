package org.complaintdesk.identity;

import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.complaintdesk.platform.EngineParts;
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
        EngineParts.replace(engine, TaskManager.class, OwnTaskLists::new);
        EngineParts.replace(engine, AuthorizationManager.class, SingleRights::new);
        engine.setTenantIdProvider(shopOfFlow);
        engine.setTenantResourceWhitelistPattern(SHOP);
        engine.setGroupResourceWhitelistPattern(GROUP);
        EngineParts.everyUserTask(engine, task -> {
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, onlyTheAssigneeCompletes);
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, onlyOverseersRearrange);
        });
        EngineParts.around(engine, new WithinTheFlow(engine.getIdentityService(), wording));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.addStatements(engine, OwnTaskLists.STATEMENTS);
        EngineParts.addStatements(engine, SingleRights.STATEMENTS);
    }
}
