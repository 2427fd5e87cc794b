package org.complaintdesk.words;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every change of a list. Rows are only ever added; the latest one of a list is in force. */
@Component
class WordStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    WordStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return grows with each change, so it tells whether there are new ones */
    long count() {
        return jdbc.sql("select count(*) from word_list").query(Long.class).single();
    }

    /** @return the change in force for each list that was ever changed */
    Map<String, WordChange> latest() {
        return jdbc.sql("select distinct on (list) * from word_list order by list, revision desc").query(this::change)
                .list().stream().collect(Collectors.toMap(WordChange::list, change -> change));
    }

    /** @return latest first */
    List<WordChange> of(String list, int atMost) {
        return jdbc.sql("select * from word_list where list = ? order by revision desc limit ?").params(list, atMost)
                .query(this::change).list();
    }

    Optional<WordChange> find(String list, int revision) {
        return jdbc.sql("select * from word_list where list = ? and revision = ?").params(list, revision)
                .query(this::change).optional();
    }

    /**
     * @param lines null for the default again
     * @throws org.springframework.dao.DuplicateKeyException when somebody else has made this revision
     */
    void add(String list, int revision, List<String> lines, String who) {
        jdbc.sql("insert into word_list (list, revision, words, who, at) values (?, ?, ?, ?, ?)")
                .params(list, revision, lines == null ? null : lines.toArray(String[]::new), who,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private WordChange change(ResultSet row, int index) throws SQLException {
        Array words = row.getArray("words");
        return new WordChange(row.getString("list"), row.getInt("revision"),
                words == null ? null : List.of((String[]) words.getArray()), row.getString("who"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
