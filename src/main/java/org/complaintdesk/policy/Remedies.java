package org.complaintdesk.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintdesk.platform.DecisionTables;
import org.springframework.stereotype.Component;

/** What the shop can offer for a kind of complaint: decision table {@code remedy}. */
@Component
public class Remedies {

    private final DecisionTables tables;

    Remedies(DecisionTables tables) {
        this.tables = tables;
    }

    /** @return the remedies for this category, best first, at least one */
    public List<RemedyOption> fitting(Category category) {
        return Row.all(tables, "remedy", Map.of("category", category.name())).stream()
                .map(row -> new RemedyOption(row.word("remedy", Remedy.class), row.text("evidence"),
                        row.number("limitFactor"), row.text("limitNote"), row.number("limitFloor")))
                .toList();
    }

    /** @return this remedy's conditions for this category; empty when it does not fit */
    public Optional<RemedyOption> option(Category category, Remedy remedy) {
        return fitting(category).stream().filter(option -> option.remedy() == remedy).findFirst();
    }
}
