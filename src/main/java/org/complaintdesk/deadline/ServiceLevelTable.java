package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintdesk.platform.CannotStart;
import org.complaintdesk.platform.TableColumn;
import org.complaintdesk.platform.TableUnderCheck;
import org.complaintdesk.platform.TableUse;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/** What {@link ServiceLevels} reads in its table: the same as it asks for at the start. */
@Component
class ServiceLevelTable implements TableUse {

    private static final String WORD = "policy.word.";

    private final ServiceLevels levels;
    private final Calendars calendars;
    private final Wording wording;

    ServiceLevelTable(ServiceLevels levels, Calendars calendars, Wording wording) {
        this.levels = levels;
        this.calendars = calendars;
        this.wording = wording;
    }

    @Override
    public String table() {
        return ServiceLevels.TABLE;
    }

    @Override
    public Map<String, TableColumn> columns() {
        TableColumn share = TableColumn.number("0", "10");
        return Map.ofEntries(Map.entry("clock", TableColumn.words(ClockName.class)),
                Map.entry("severity", TableColumn.words(Severity.class)), Map.entry("category", TableColumn.words(Category.class)),
                Map.entry("channel", TableColumn.channels()), Map.entry("target", TableColumn.time(this::target)),
                Map.entry("calendar", TableColumn.words("calendar", calendars.all().stream().map(CalendarSheet::name).toList())),
                Map.entry("warning", share), Map.entry("level1", share), Map.entry("level2", share), Map.entry("level3", share),
                Map.entry("onBreach", TableColumn.words(OnBreach.class)),
                Map.entry("onReopen", TableColumn.words(WORD + "onReopen", Stream.of(Reopening.values()).map(Enum::name).toList())),
                Map.entry("onNewVersion", TableColumn.words(WORD + "onNewVersion", List.of("KEEP", "FOLLOW"))));
    }

    @Override
    public void check(TableUnderCheck table) {
        List<Map<String, Object>> rules = table.rules();
        for (int i = 0; i < rules.size(); i++) {
            try {
                levels.check("rule " + (i + 1), rules.get(i));
            } catch (CannotStart e) {
                table.refuse(i, wording.text("policy.shares"));
                continue;
            }
            if (table.mayApply(i, "clock", ClockName.NEXT_RESPONSE.name()) && !isToldOnceAtMost(rules.get(i))) {
                table.refuse(i, wording.text("policy.told-once", wording.of(ClockName.NEXT_RESPONSE)));
            }
        }
        for (ClockName clock : ClockName.values()) {
            if (table.evaluate(levels.anyCase(clock)).isEmpty()) {
                table.refuse(-1, wording.text("policy.clock-without-rule", wording.of(clock)));
            }
        }
    }

    /** A message that waits for its answer has a timer for the warning and one for its due time, and no more. */
    private static boolean isToldOnceAtMost(Map<String, Object> rule) {
        BigDecimal level1 = share(rule, "level1");
        return (level1.signum() == 0 || level1.compareTo(BigDecimal.ONE) == 0)
                && share(rule, "level2").signum() == 0 && share(rule, "level3").signum() == 0;
    }

    private static BigDecimal share(Map<String, Object> rule, String level) {
        String share = String.valueOf(rule.get(level));
        return share.isBlank() ? BigDecimal.ZERO : new BigDecimal(share);
    }

    private void target(String text) {
        try {
            Target.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(wording.text("policy.no-target", text), e);
        }
    }
}
