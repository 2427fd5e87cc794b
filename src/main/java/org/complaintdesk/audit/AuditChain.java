package org.complaintdesk.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.complaintdesk.platform.DeskSecret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds lines at the end, one writer at a time on all nodes. */
@Component
class AuditChain {

    static final byte[] BEGINNING = new byte[32];
    /** Any number that no other advisory lock of this database uses. */
    private static final long LOCK = 0x61756469744cL;
    private static final String PURPOSE = "audit";

    private final JdbcClient jdbc;
    private final DeskSecret secret;

    AuditChain(JdbcClient jdbc, DeskSecret secret) {
        this.jdbc = jdbc;
        this.secret = secret;
    }

    private record End(long line, byte[] digest) {
    }

    /** Others who add lines wait until the transaction ends: call it last. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Entry> entries) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(?)) taken").param(LOCK).query(Integer.class).single();
        End end = jdbc.sql("select line, digest from audit_line order by line desc limit 1")
                .query((row, index) -> new End(row.getLong("line"), row.getBytes("digest"))).optional()
                .orElse(new End(0, BEGINNING));
        for (Entry entry : entries) {
            long line = end.line() + 1;
            end = new End(line, entry.digest(line, end.digest()));
            jdbc.sql("insert into audit_line (line, at, what, who, address, subject, detail, digest, mac) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(line, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC), entry.what(), entry.who(),
                            entry.address(), entry.subject(), entry.detail(), end.digest(), mac(end.digest())).update();
        }
    }

    /** @return whether the desk has signed this, with the secret it has now */
    boolean isSigned(byte[] digest, String mac) {
        return secret.verify(PURPOSE, HexFormat.of().formatHex(digest), mac);
    }

    private String mac(byte[] digest) {
        return secret.sign(PURPOSE, HexFormat.of().formatHex(digest));
    }
}
