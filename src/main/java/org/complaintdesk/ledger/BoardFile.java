package org.complaintdesk.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.complaintdesk.platform.SpreadsheetFile;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** A list of clocks as a file for a spreadsheet, all of its pages. */
@Component
class BoardFile {

    private static final int AT_ONCE = 1_000;
    /** A spreadsheet takes about a million lines. */
    private static final int PAGES_AT_MOST = 1_000;

    private final Board board;
    private final Wording wording;

    BoardFile(Board board, Wording wording) {
        this.board = board;
        this.wording = wording;
    }

    void write(BoardFilter filter, OutputStream out) throws IOException {
        SpreadsheetFile sheet = new SpreadsheetFile(out);
        sheet.row(Stream.of("cases.number", "deadlines.clock", "field.severity", "deadlines.column.channel", "deadlines.column.shop",
                filter.tab().momentLabel(), filter.tab().standingLabel(), "deadlines.column.remark", "forecast.title",
                "forecast.chance").map(wording::text).toList());
        List<BoardRow> rows;
        int page = 0;
        do {
            rows = board.rows(filter, page++, AT_ONCE);
            rows.forEach(row -> sheet.row(Stream.of(row.number(), row.clock(), row.severity(), row.channel(), row.shop(),
                    wording.fullMoment(row.dueAt()), row.standing(), row.remark(), row.finish(), row.chance()).map(cell -> Objects.requireNonNullElse(cell, "")).toList()));
        } while (rows.size() == AT_ONCE && page < PAGES_AT_MOST);
        sheet.flush();
    }
}
