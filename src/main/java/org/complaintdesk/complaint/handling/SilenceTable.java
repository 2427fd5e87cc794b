package org.complaintdesk.complaint.handling;

import java.util.Map;
import org.complaintdesk.complaint.Silence;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.platform.TableColumn;
import org.complaintdesk.platform.TableUse;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/** What {@link CustomerPatience} reads in {@code customer-silence}. */
@Component
class SilenceTable implements TableUse {

    @Override
    public String table() {
        return "customer-silence";
    }

    @Override
    public Map<String, TableColumn> columns() {
        return Map.of("waitingFor", TableColumn.words(WaitingFor.class), "severity", TableColumn.words(Severity.class),
                "remedy", TableColumn.words(Remedy.class), "silence", TableColumn.words(Silence.class));
    }
}
