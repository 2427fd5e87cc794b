package org.complaintdesk.complaint.handling;

import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.platform.AsSystem;
import org.springframework.stereotype.Component;

/** What the forms of a case show that are open while something happens beside them. */
@Component
class OpenForms {

    private final RuntimeService runtime;
    private final AsSystem system;

    OpenForms(RuntimeService runtime, AsSystem system) {
        this.runtime = runtime;
        this.system = system;
    }

    void refresh(ComplaintNumber number, String facts) {
        system.run(() -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).list()
                .forEach(instance -> runtime.setVariable(instance.getId(), HandlingVariables.FACTS, facts)));
    }
}
