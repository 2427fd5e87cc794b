package org.complaintdesk.casework;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Tells what the form of a task shows when somebody reads it, so that none of it is stored with the task and all of it is
 * of now. A task's listener for its creation that also is one of these is asked.
 */
public interface FormContents {

    /** Changes nothing, and asks for nobody's rights: whoever reads may read the task's variables. */
    void fill(DelegateTask task, TaskForm form);
}
