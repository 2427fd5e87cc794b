package org.complaintdesk.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files as rows: all that is known of them but their content. */
@Component
class EvidenceStore {

    private static final String FILE = """
            select id, case_number, name, type, size, sha256, origin, given_by, given_at, scan, note,
                   thumbnail is not null as has_thumbnail
              from evidence_file\s""";

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within a transaction: who adds to the same case or draft waits until it ends. */
    void holdStill(Owner owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 11))").param(owner.column() + " " + owner.value())
                .query((row, number) -> true).single();
    }

    void add(Owner owner, StoredFile file, byte[] thumbnail) {
        jdbc.sql("""
                        insert into evidence_file (id, case_number, draft, name, type, size, sha256, origin, given_by, given_at,
                                                   note, scan, thumbnail)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(file.id(), owner.caseNumber(), owner.draft(), file.name(), file.type(), file.size(),
                        file.sha256(), file.origin().name(), file.by(), at(file.at()), file.note(), file.scan().name(), thumbnail))
                .update();
    }

    List<StoredFile> of(Owner owner) {
        return jdbc.sql(FILE + "where " + owner.column() + " = ? order by given_at, id").param(owner.value())
                .query(EvidenceStore::file).list();
    }

    Optional<StoredFile> find(UUID id) {
        return jdbc.sql(FILE + "where id = ?").param(id).query(EvidenceStore::file).optional();
    }

    Optional<byte[]> thumbnail(UUID id) {
        return jdbc.sql("select thumbnail from evidence_file where id = ? and thumbnail is not null").param(id)
                .query(byte[].class).optional();
    }

    /** Gives a file of a draft to a case. */
    void move(UUID id, String caseNumber) {
        jdbc.sql("update evidence_file set draft = null, case_number = ? where id = ?").params(caseNumber, id).update();
    }

    /** @return some the scanner still has to look at, any first: one that it never answers about must not hold up the others */
    List<StoredFile> pending(int count) {
        return jdbc.sql(FILE + "where scan = 'PENDING' order by random() limit ?").param(count).query(EvidenceStore::file).list();
    }

    void scanned(UUID id, Scan scan) {
        jdbc.sql("update evidence_file set scan = ? where id = ?").params(scan.name(), id).update();
    }

    void forgetThumbnail(UUID id) {
        jdbc.sql("update evidence_file set thumbnail = null where id = ?").param(id).update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from evidence_file where id = ?").param(id).update();
    }

    void deleteOf(Collection<String> caseNumbers) {
        jdbc.sql("delete from evidence_file where case_number = any(?)").param(caseNumbers.toArray(String[]::new)).update();
    }

    /** @return how many there were */
    int deleteDraftsBefore(Instant moment) {
        return jdbc.sql("delete from evidence_file where draft is not null and given_at < ?").param(at(moment)).update();
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(row.getObject("id", UUID.class), row.getString("case_number"), row.getString("name"),
                row.getString("type"), row.getLong("size"), row.getString("sha256"), Origin.valueOf(row.getString("origin")),
                row.getString("given_by"), row.getObject("given_at", OffsetDateTime.class).toInstant(),
                Scan.valueOf(row.getString("scan")), row.getBoolean("has_thumbnail"), row.getString("note"));
    }
}
