package org.complaintdesk.tables;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.complaintdesk.platform.TableCases;
import org.complaintdesk.platform.TableCases.AskedCase;
import org.springframework.stereotype.Component;

/** What a draft would answer, beside what the version in force answers. Nothing is done about it and nothing noted. */
@Component
class Trial {

    private final TableEngine engine;
    private final List<TableCases> cases;

    Trial(TableEngine engine, List<TableCases> cases) {
        this.engine = engine;
        this.cases = cases;
    }

    /** @param before of the version in force */
    record Outcome(AskedCase asked, TableEngine.Answer before, TableEngine.Answer after) {

        boolean isChanged() {
            return !before.results().equals(after.results());
        }
    }

    /**
     * @param after the draft as it would be deployed
     * @throws TableEngine.Refused when the engine cannot answer
     */
    Outcome of(String table, byte[] before, byte[] after, Map<String, Object> inputs) {
        return outcome(engine.read(before, table), engine.read(after, table), new AskedCase("", "", inputs));
    }

    /** @return one for each of the latest cases */
    List<Outcome> ofLatest(String table, byte[] before, byte[] after, int atMost) {
        DmnDecision old = engine.read(before, table);
        DmnDecision now = engine.read(after, table);
        return asked(table, atMost).stream().map(asked -> outcome(old, now, asked)).toList();
    }

    private Outcome outcome(DmnDecision old, DmnDecision now, AskedCase asked) {
        return new Outcome(asked, engine.ask(old, asked.inputs()), engine.ask(now, asked.inputs()));
    }

    private List<AskedCase> asked(String table, int atMost) {
        return cases.stream().filter(each -> each.tables().contains(table)).findFirst().map(each -> each.latest(table, atMost))
                .orElse(List.of());
    }

    /** @return whether the facts of earlier cases are known, by which this table is asked */
    boolean knowsCases(String table) {
        return cases.stream().anyMatch(each -> each.tables().contains(table));
    }
}
