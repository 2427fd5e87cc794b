package org.complaintdesk.casework;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.complaintdesk.platform.EngineParts;
import org.springframework.stereotype.Component;

/** Gives every user task of every process {@link NoteTaskHandling}. */
@Component
class TaskHandlingPlugin extends AbstractProcessEnginePlugin {

    private final NoteTaskHandling note;

    TaskHandlingPlugin(NoteTaskHandling note) {
        this.note = note;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.everyUserTask(engine, task -> task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, note));
    }
}
