package org.complaintdesk.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.complaintdesk.audit.ChainState.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the whole log and finds the first line that is not as it was written. A line's digest covers all lines before it,
 * so one signature vouches for everything up to it, also for what was signed with a secret the desk no longer has.
 */
@Component
class ChainCheck {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final AuditChain chain;

    ChainCheck(JdbcClient jdbc, AuditChain chain) {
        this.jdbc = jdbc;
        this.chain = chain;
    }

    private record Line(long number, Entry entry, byte[] digest, String mac) {
    }

    ChainState run() {
        Line last = null;
        byte[] digest = AuditChain.BEGINNING;
        long signed = 0;
        while (true) {
            List<Line> lines = after(last == null ? 0 : last.number());
            for (Line line : lines) {
                long expected = last == null ? 1 : last.number() + 1;
                if (line.number() != expected) {
                    return state(Verdict.MISSING, line.number(), line);
                }
                digest = line.entry().digest(line.number(), digest);
                if (!Arrays.equals(digest, line.digest())) {
                    return state(Verdict.CHANGED, line.number(), line);
                }
                if (chain.isSigned(digest, line.mac())) {
                    signed = line.number();
                }
                last = line;
            }
            if (lines.size() < AT_ONCE) {
                return last == null ? new ChainState(Verdict.WHOLE, 0, null, null, null)
                        : state(signed == last.number() ? Verdict.WHOLE : Verdict.UNSIGNED, signed + 1, last);
            }
        }
    }

    private ChainState state(Verdict verdict, long wrong, Line last) {
        Instant at = last.entry().at();
        return new ChainState(verdict, jdbc.sql("select count(*) from audit_line").query(Long.class).single(),
                verdict == Verdict.WHOLE ? null : wrong, at, last.mac());
    }

    private List<Line> after(long line) {
        return jdbc.sql("select * from audit_line where line > ? order by line limit " + AT_ONCE).param(line)
                .query(ChainCheck::line).list();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(row.getLong("line"), new Entry(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("what"),
                row.getString("who"), row.getString("address"), row.getString("subject"), row.getString("detail")),
                row.getBytes("digest"), row.getString("mac"));
    }
}
