package org.complaintdesk.intake.csv;

import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.platform.AsSystem;
import org.springframework.stereotype.Component;

/** Speaks to the process intake-csv for the pages and the API. */
@Component
class ImportProcess {

    private final RuntimeService runtime;
    private final AsSystem asSystem;

    ImportProcess(RuntimeService runtime, AsSystem asSystem) {
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /** Starts taking a file in; nobody needs, and nobody gets, the right to start this process. */
    void begin(long id) {
        asSystem.run(() -> runtime.startProcessInstanceByKey(ImportVariables.PROCESS, new ImportVariables(id).businessKey()));
    }

    /** @return whether taking the file in has failed for good, until somebody has it tried again in Cockpit */
    boolean isStopped(long id) {
        return asSystem.call(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(new ImportVariables(id).businessKey(), ImportVariables.PROCESS)
                .withIncident().count()) > 0;
    }
}
