package org.complaintdesk.intake.csv;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Channel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files, the rows that wait, and the rows that were refused. */
@Component
class ImportStore {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate statements;

    ImportStore(JdbcClient jdbc, JdbcTemplate statements) {
        this.jdbc = jdbc;
        this.statements = statements;
    }

    /** @return the id of a file that has no rows yet */
    long add(ImportKind kind, Sheet sheet, String shop, Channel platform, String who, Instant now) {
        Layout layout = sheet.layout();
        return jdbc.sql("""
                        insert into csv_import (kind, file_name, encoding, headers, columns, shop, platform, uploaded_by,
                                                uploaded_at, total)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) returning id""")
                .params(Arrays.asList(kind.name(), sheet.upload().name(), sheet.encoding().charset().name(),
                        layout.headers().toArray(String[]::new),
                        layout.columns().stream().map(column -> column == null ? null : column.name()).toArray(String[]::new),
                        shop, platform == null ? null : platform.name(), who, OffsetDateTime.ofInstant(now, ZoneOffset.UTC)))
                .query(Long.class).single();
    }

    /**
     * Keeps the rows until they are taken in.
     *
     * @return how many there are
     */
    int stage(long id, Stream<FileRow> rows) {
        Integer count = statements.execute("insert into import_row (import_id, position, line, cells) values (?, ?, ?, ?)",
                (PreparedStatementCallback<Integer>) insert -> stage(id, rows.iterator(), insert));
        jdbc.sql("update csv_import set total = ? where id = ?").params(count, id).update();
        return count;
    }

    private static int stage(long id, Iterator<FileRow> rows, PreparedStatement insert) throws SQLException {
        int position = 0;
        while (rows.hasNext()) {
            FileRow row = rows.next();
            insert.setLong(1, id);
            insert.setInt(2, ++position);
            insert.setInt(3, row.line());
            insert.setArray(4, array(insert, row.cells()));
            insert.addBatch();
            if (position % AT_ONCE == 0) {
                insert.executeBatch();
            }
        }
        insert.executeBatch();
        return position;
    }

    Optional<CsvImport> find(long id) {
        return jdbc.sql("select * from csv_import where id = ?").param(id).query(ImportStore::file).optional();
    }

    /**
     * @param uploadedBy a user id; null for anybody
     * @return the last files, the latest first
     */
    List<CsvImport> latest(String uploadedBy, int count) {
        return jdbc.sql("""
                        select * from csv_import where cast(:by as text) is null or uploaded_by = :by
                         order by id desc limit :count""")
                .param("by", uploadedBy).param("count", count).query(ImportStore::file).list();
    }

    /** @return the rows after this one, in the order of the file */
    List<StagedRow> rowsAfter(long id, int position, int count) {
        return jdbc.sql("""
                        select position, line, cells from import_row where import_id = ? and position > ?
                         order by position limit ?""")
                .params(id, position, count)
                .query((row, number) -> new StagedRow(row.getInt("position"), new FileRow(row.getInt("line"), list(row, "cells"))))
                .list();
    }

    void reject(long id, StagedRow refused, List<Problem> problems) {
        statements.update("insert into import_reject (import_id, position, line, cells, headers, reasons) values (?, ?, ?, ?, ?, ?)",
                id, refused.position(), refused.row().line(), refused.row().cells().toArray(String[]::new),
                problems.stream().map(Problem::header).toArray(String[]::new),
                problems.stream().map(Problem::reason).toArray(String[]::new));
    }

    /** Notes what became of the rows up to this one. */
    void progress(long id, int position, Tally tally) {
        jdbc.sql("""
                        update csv_import set done = ?, created = created + ?, duplicates = duplicates + ?,
                                              counted = counted + ?, rejected = rejected + ?
                         where id = ?""")
                .params(position, tally.created(), tally.duplicates(), tally.counted(), tally.rejected(), id).update();
    }

    /** Notes that the database looked at its tables when so many rows were taken in. */
    void analysed(long id, int done) {
        jdbc.sql("update csv_import set analysed = ? where id = ?").params(done, id).update();
    }

    /** Notes that every row is taken in, and forgets the rows. */
    void finish(long id, Instant now) {
        jdbc.sql("update csv_import set finished_at = ? where id = ?").params(OffsetDateTime.ofInstant(now, ZoneOffset.UTC), id).update();
        jdbc.sql("delete from import_row where import_id = ?").param(id).update();
    }

    /** @return the first refused rows, in the order of the file */
    List<Reject> rejects(long id, int count) {
        return jdbc.sql("select line, cells, headers, reasons from import_reject where import_id = ? order by position limit ?")
                .params(id, count).query((row, number) -> reject(row)).list();
    }

    /** Every refused row, one after the other as the database delivers them; within a transaction memory stays flat. */
    void eachReject(long id, Consumer<Reject> consumer) {
        statements.query(connection -> {
            PreparedStatement query = connection.prepareStatement(
                    "select line, cells, headers, reasons from import_reject where import_id = ? order by position");
            query.setFetchSize(AT_ONCE);
            query.setLong(1, id);
            return query;
        }, (RowCallbackHandler) row -> consumer.accept(reject(row)));
    }

    /**
     * Empties rows; the files still count them. Every row there is, waiting or refused, is looked at as the database delivers it.
     *
     * @param why the reason why a refused row is empty from now on
     * @return the files with rows among them that wait
     */
    Set<Long> forget(Predicate<List<String>> which, String why) {
        List<Spot> refused = spots("import_reject", which);
        statements.batchUpdate("update import_reject set cells = '{}', headers = array[''], reasons = array[?] where import_id = ? and position = ?",
                refused.stream().map(spot -> new Object[] {why, spot.file(), spot.position()}).toList());
        List<Spot> waiting = spots("import_row", which);
        statements.batchUpdate("update import_row set cells = '{}' where import_id = ? and position = ?",
                waiting.stream().map(spot -> new Object[] {spot.file(), spot.position()}).toList());
        return waiting.stream().map(Spot::file).collect(Collectors.toSet());
    }

    /** The place of a row. */
    private record Spot(long file, int position) {
    }

    private List<Spot> spots(String table, Predicate<List<String>> which) {
        List<Spot> spots = new ArrayList<>();
        statements.query(connection -> {
            PreparedStatement query = connection.prepareStatement("select import_id, position, cells from " + table + " where cells <> '{}'");
            query.setFetchSize(AT_ONCE);
            return query;
        }, (RowCallbackHandler) row -> {
            if (which.test(list(row, "cells"))) {
                spots.add(new Spot(row.getLong("import_id"), row.getInt("position")));
            }
        });
        return spots;
    }

    Optional<String> complaintWith(String contentKey) {
        return jdbc.sql("select number from import_complaint where content_key = ?").param(contentKey).query(String.class).optional();
    }

    void complaintHas(String contentKey, String number) {
        jdbc.sql("insert into import_complaint (content_key, number) values (?, ?)").params(contentKey, number).update();
    }

    private static CsvImport file(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        String platform = row.getString("platform");
        Layout layout = new Layout(list(row, "headers"), list(row, "columns").stream()
                .map(column -> column == null ? null : Column.valueOf(column)).collect(Collectors.toCollection(ArrayList::new)));
        return new CsvImport(row.getLong("id"), ImportKind.valueOf(row.getString("kind")), row.getString("file_name"),
                row.getString("encoding"), layout, row.getString("shop"), platform == null ? null : Channel.valueOf(platform),
                row.getString("uploaded_by"), row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(), row.getInt("total"), row.getInt("done"), row.getInt("analysed"),
                new Tally(row.getInt("created"), row.getInt("duplicates"), row.getInt("counted"), row.getInt("rejected")));
    }

    private static Reject reject(ResultSet row) throws SQLException {
        List<String> headers = list(row, "headers");
        List<String> reasons = list(row, "reasons");
        return new Reject(row.getInt("line"), list(row, "cells"), IntStream.range(0, reasons.size())
                .mapToObj(i -> new Problem(headers.get(i), reasons.get(i))).toList());
    }

    private static Array array(PreparedStatement statement, List<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
