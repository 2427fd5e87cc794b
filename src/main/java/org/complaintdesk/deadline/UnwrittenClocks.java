package org.complaintdesk.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was done to clocks of one case and is not written yet: each clock as it is by now, and every line of their ledgers. */
final class UnwrittenClocks {

    private final Map<ClockKey, KeptClock> clocks = new LinkedHashMap<>();
    private final List<Map<String, Object>> entries = new ArrayList<>();

    /** @return the same clock, whose new lines are kept here */
    KeptClock add(KeptClock clock, Instant now) {
        Instant due = clock.clock().dueAt(now);
        clock.clock().ledger().forEach(entry -> {
            Map<String, Object> line = ClockColumns.entry(clock.key(), entry, due);
            line.put("line", entries.size());
            entries.add(line);
        });
        KeptClock noted = clock.withId(clock.id());
        clocks.put(clock.key(), noted);
        return noted;
    }

    Collection<KeptClock> clocks() {
        return clocks.values();
    }

    List<Map<String, Object>> entries() {
        return entries;
    }
}
