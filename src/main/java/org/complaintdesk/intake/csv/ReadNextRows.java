package org.complaintdesk.intake.csv;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the next rows of a file in; they count in the transaction of this job. */
@Component
class ReadNextRows implements JavaDelegate {

    private final NextRows rows;

    ReadNextRows(NextRows rows) {
        this.rows = rows;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ImportVariables.goOn(execution, rows.take(ImportVariables.read(execution).id()));
    }
}
