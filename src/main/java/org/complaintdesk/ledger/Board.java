package org.complaintdesk.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.deadline.BoardQuery;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockRow;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ListedClock;
import org.complaintdesk.forecast.Forecast;
import org.complaintdesk.forecast.ForecastText;
import org.complaintdesk.forecast.Forecasts;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.Wording;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** The clocks of all cases, as supervisors see them. */
@Component
class Board {

    /** Nobody reads on, and counting all clocks of a hundred thousand cases takes longer than the page. */
    static final int MOST = 999;

    private final CaseClocks clocks;
    private final LateList late;
    private final Forecasts forecasts;
    private final ForecastText forecastText;
    private final Shops shops;
    private final ClockWords words;
    private final Wording wording;

    Board(CaseClocks clocks, LateList late, Forecasts forecasts, ForecastText forecastText, Shops shops, ClockWords words,
          Wording wording) {
        this.clocks = clocks;
        this.late = late;
        this.forecasts = forecasts;
        this.forecastText = forecastText;
        this.shops = shops;
        this.words = words;
        this.wording = wording;
    }

    /** @return how many lines each list has under the same conditions; {@link #MOST} + 1 stands for all beyond */
    Map<BoardTab, Long> counts(BoardFilter filter) {
        Map<BoardTab, Long> counts = new EnumMap<>(BoardTab.class);
        Stream.of(BoardTab.values()).forEach(tab -> counts.put(tab, count(filter.on(tab))));
        return counts;
    }

    private long count(BoardFilter filter) {
        return filter.tab() == BoardTab.LATE_ALARMS ? late.count(MOST) : filter.isEmpty() ? 0 : clocks.count(filter.query(hidden(), 0, 1), MOST);
    }

    /** @param counted as in {@link #counts} */
    Page<BoardRow> page(BoardFilter filter, long counted, int page, int size) {
        return new PageImpl<>(rows(filter, page, size), PageRequest.of(page, size), Math.min(counted, MOST));
    }

    List<BoardRow> rows(BoardFilter filter, int page, int size) {
        if (filter.tab() == BoardTab.LATE_ALARMS) {
            return late.rows(page, size);
        }
        BoardQuery query = filter.query(hidden(), page, size);
        List<ListedClock> found = filter.isEmpty() ? List.of() : clocks.board(query);
        Map<String, Forecast> expected = forecasts.of(found.stream().map(Board::number).collect(Collectors.toSet()));
        return found.stream().map(listed -> row(listed, expected.get(number(listed)))).toList();
    }

    private List<String> hidden() {
        return shops.seenNow().hidden();
    }

    private static String number(ListedClock listed) {
        return listed.clock().key().caseNumber();
    }

    private BoardRow row(ListedClock listed, Forecast expected) {
        ClockRow row = listed.clock();
        return new BoardRow(row.key().caseNumber(), ClockCard.id(row.key()), words.name(row.key()), wording.of(row.traits().severity()),
                channel(row.traits().channel()), row.traits().shop(), row.dueAt(), wording.moment(row.dueAt()),
                row.overdue(), standing(row, length(listed)), remark(row), expected == null ? null : forecastText.finishInShort(expected),
                expected == null || !expected.isKnown() ? null : forecastText.chance(expected));
    }

    /** As the page of the case says it: a night in which nobody works makes an answer no later. */
    private String length(ListedClock listed) {
        return words.length(listed.calendar(), listed.remaining());
    }

    private String standing(ClockRow row, String time) {
        if (row.state() == ClockState.STOPPED) {
            return wording.text("deadlines.answered", wording.moment(row.stoppedAt()), time);
        }
        if (row.state() == ClockState.WAITING) {
            return words.waitsFor(row.waiting());
        }
        return wording.text(row.overdue() ? "ledger.brief.late" : "ledger.brief.left", time);
    }

    private String remark(ClockRow row) {
        if (row.state() == ClockState.WAITING) {
            return row.waiting().stream().findFirst().map(wait -> wording.text("deadlines.waiting-since", wording.moment(wait.since())))
                    .orElse(null);
        }
        if (row.provisional()) {
            return wording.text("deadlines.provisional");
        }
        return row.level() == null || row.state() == ClockState.STOPPED ? null : wording.text("deadlines.level", wording.of(row.level()));
    }

    private String channel(String name) {
        return name == null ? "" : Stream.of(Channel.values()).filter(one -> one.name().equals(name)).findFirst().map(wording::of).orElse(name);
    }
}
