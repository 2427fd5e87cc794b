package org.complaintdesk.platform;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets the desk's own code use the engine in its own name while a person is signed in: the person is still the one who
 * acts and is noted as such, but needs no engine permission. The caller has checked before that they may do what
 * follows.
 */
@Component
public class AsSystem {

    private static final ThreadLocal<Boolean> ACTING = ThreadLocal.withInitial(() -> false);

    private final ObjectProvider<ProcessEngine> engine;

    AsSystem(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /**
     * @throws OptimisticLockingFailureException when someone else moved the same flow on at the same moment; a job goes on
     *                                           seeing the engine's own exception
     */
    public <T> T call(Supplier<T> work) {
        boolean outermost = Context.getCommandContext() == null;
        boolean acting = ACTING.get();
        ACTING.set(true);
        try {
            return ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired().execute(context -> unchecked(context, work));
        } catch (OptimisticLockingException overtaken) {
            if (!outermost) {
                throw overtaken;
            }
            throw new OptimisticLockingFailureException("Someone else was faster", overtaken);
        } finally {
            ACTING.set(acting);
        }
    }

    /** Neither the person's permissions count nor the tenants they belong to. */
    private static <T> T unchecked(CommandContext context, Supplier<T> work) {
        boolean byTenant = context.isTenantCheckEnabled();
        context.disableTenantCheck();
        try {
            return context.runWithoutAuthorization(work::get);
        } finally {
            context.setTenantCheckEnabled(byTenant);
        }
    }

    /** @return whether what happens right now on this thread is the desk's own doing, whoever is signed in */
    public static boolean isActing() {
        return ACTING.get();
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
