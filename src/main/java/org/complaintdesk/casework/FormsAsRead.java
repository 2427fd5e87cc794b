package org.complaintdesk.casework;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.complaintdesk.platform.AsSystem;
import org.springframework.stereotype.Component;

/** The engine's forms, also Tasklist's and those read by REST, with what their {@link FormContents} say. */
@Component
class FormsAsRead extends AbstractProcessEnginePlugin {

    private final AsSystem system;

    FormsAsRead(AsSystem system) {
        this.system = system;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFormService(new Forms());
    }

    private final class Forms extends FormServiceImpl {

        /** In one command, so that nothing is read twice. What is stored comes first: the engine refuses whoever may not read it. */
        @Override
        public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
            return commandExecutor.execute(context -> {
                VariableMap shown = super.getTaskFormVariables(taskId, names, deserialize);
                VariableMap told = system.call(() -> told(taskId, context));
                told.keySet().stream().filter(name -> names == null || names.contains(name))
                        .forEach(name -> shown.putValueTyped(name, told.getValueTyped(name)));
                return shown;
            });
        }

        private VariableMap told(String taskId, CommandContext context) {
            VariableMap shown = Variables.createVariables();
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task != null && task.getExecution() != null && task.getTaskDefinition() != null) {
                TaskForm form = new TaskForm(task, shown);
                ExpressionManager beans = context.getProcessEngineConfiguration().getExpressionManager();
                created(task).stream().filter(DelegateExpressionTaskListener.class::isInstance)
                        .map(listener -> beans.createExpression(((DelegateExpressionTaskListener) listener).getExpressionText()).getValue(task))
                        .filter(FormContents.class::isInstance).forEach(listener -> ((FormContents) listener).fill(task, form));
            }
            return shown;
        }

        private List<TaskListener> created(TaskEntity task) {
            List<TaskListener> listeners = task.getTaskDefinition().getTaskListenersForEvent(TaskListener.EVENTNAME_CREATE);
            return listeners == null ? List.of() : listeners;
        }
    }
}
