package org.complaintdesk.casework;

import java.util.Arrays;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * A case is watched once. When a case is migrated the engine lets the watch of the new model begin although the one of the
 * old model goes on.
 */
@Component
public class Watches {

    /**
     * @param watch    the execution at the first step of a watch, or at the same step later on
     * @param standing the activities at which a watch of this kind stands while it waits
     * @return whether this one begins while another is standing
     */
    public boolean isSecond(DelegateExecution watch, String... standing) {
        if (!EscalationVariables.of(watch).begins()) {
            return false;
        }
        // The engine has read the whole flow to take this step.
        ExecutionEntity flow = ((ExecutionEntity) watch).getProcessInstance();
        return Arrays.stream(standing).anyMatch(activity -> flow.findExecution(activity) != null);
    }
}
