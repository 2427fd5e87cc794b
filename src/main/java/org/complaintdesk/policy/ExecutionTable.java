package org.complaintdesk.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.complaintdesk.platform.TableColumn;
import org.complaintdesk.platform.TableUnderCheck;
import org.complaintdesk.platform.TableUse;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** The table {@code execution} leads each remedy to its end: no step comes twice. */
@Component
class ExecutionTable implements TableUse {

    private final Wording wording;

    ExecutionTable(Wording wording) {
        this.wording = wording;
    }

    @Override
    public String table() {
        return "execution";
    }

    @Override
    public Map<String, TableColumn> columns() {
        return Map.of("remedy", TableColumn.words(Remedy.class), "done", TableColumn.words(ExecutionStep.class),
                "next", TableColumn.words(ExecutionStep.class));
    }

    @Override
    public void check(TableUnderCheck table) {
        for (Remedy remedy : Remedy.values()) {
            Set<ExecutionStep> done = EnumSet.of(ExecutionStep.NONE);
            ExecutionStep step = next(table, remedy, ExecutionStep.NONE);
            while (step != ExecutionStep.SETTLED && done.add(step)) {
                step = next(table, remedy, step);
            }
            if (step != ExecutionStep.SETTLED) {
                table.refuse(-1, wording.text("policy.never-settled", wording.of(remedy), wording.of(step)));
            }
        }
    }

    private static ExecutionStep next(TableUnderCheck table, Remedy remedy, ExecutionStep done) {
        List<Map<String, Object>> rules = table.evaluate(Map.of("remedy", remedy.name(), "done", done.name()));
        return rules.isEmpty() ? done : ExecutionStep.valueOf(String.valueOf(rules.get(0).get("next")));
    }
}
