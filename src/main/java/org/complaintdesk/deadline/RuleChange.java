package org.complaintdesk.deadline;

import java.util.List;
import javax.sql.DataSource;
import org.complaintdesk.platform.DecisionTables.Version;
import org.complaintdesk.platform.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at the open clocks once for each new version of the table: those whose rule says {@code FOLLOW} take it over,
 * the others keep the version they began under. A due moment that a person set stays.
 */
@Component
class RuleChange {

    private static final int PAGE = 200;
    private static final String SYSTEM = "system";
    private static final String WHY = "RULES_CHANGED";

    private final JdbcClient jdbc;
    private final ClockColumns columns;
    private final LockedClocks clocks;
    private final ServiceLevels levels;
    private final ClockTerms terms;
    private final OneByOne oneByOne;
    private final DataSource database;

    RuleChange(JdbcClient jdbc, ClockColumns columns, LockedClocks clocks, ServiceLevels levels, ClockTerms terms,
            OneByOne oneByOne, DataSource database) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.clocks = clocks;
        this.levels = levels;
        this.terms = terms;
        this.oneByOne = oneByOne;
        this.database = database;
    }

    void takeOver() {
        try (Turn turn = Turn.await(database, Turn.Of.CLOCKS)) {
            Version latest = levels.latest();
            long last = 0;
            List<KeptClock> page;
            do {
                page = jdbc.sql("select * from case_clock where state <> 'STOPPED' and checked_version <> ? and id > ?"
                        + " order by id limit ?").params(latest.id(), last, PAGE).query(columns::read).list();
                takeOver(page, latest);
                last = page.isEmpty() ? last : page.get(page.size() - 1).id();
            } while (page.size() == PAGE);
        }
    }

    private void takeOver(List<KeptClock> page, Version latest) {
        for (KeptClock kept : page) {
            if (follow(kept, latest) != kept) {
                oneByOne.run(() -> clocks.change(kept.key(), locked -> follow(locked, latest)));
            }
        }
        if (!page.isEmpty()) {
            jdbc.sql("update case_clock set checked_version = :latest where id in (:ids)").param("latest", latest.id())
                    .param("ids", page.stream().map(KeptClock::id).toList()).update();
        }
    }

    private KeptClock follow(KeptClock kept, Version latest) {
        if (kept.held().dueSet() || kept.clock().isStopped()) {
            return kept;
        }
        ServiceLevel level = levels.of(kept.key().name(), kept.traits(), kept.clock().started(), latest);
        return level.follow() ? terms.held(kept, level, SYSTEM, WHY) : kept;
    }
}
