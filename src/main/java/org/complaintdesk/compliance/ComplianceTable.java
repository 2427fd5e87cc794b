package org.complaintdesk.compliance;

import java.util.Map;
import java.util.stream.Stream;
import org.complaintdesk.platform.TableColumn;
import org.complaintdesk.platform.TableUse;
import org.springframework.stereotype.Component;

/** What the gate reads in {@code reply-compliance}. */
@Component
class ComplianceTable implements TableUse {

    private static final String WORD = "policy.word.";

    @Override
    public String table() {
        return "reply-compliance";
    }

    @Override
    public Map<String, TableColumn> columns() {
        return Map.of("object", TableColumn.labelled(WORD + "object"), "act", TableColumn.labelled(WORD + "act"),
                "tone", TableColumn.labelled(WORD + "tone"), "offer", TableColumn.labelled(WORD + "offer"),
                "pressure", TableColumn.labelled(WORD + "pressure"), "frame", TableColumn.labelled(WORD + "frame"),
                "verdict", TableColumn.words(WORD + "verdict", Stream.of(Verdict.values()).map(Enum::name).toList()));
    }
}
