package org.complaintdesk.support;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the whole database tells of somebody. */
public final class Traces {

    private Traces() {
    }

    /** @return every row of every table in which one of these words stands in whatever case, also as bytes or within a large object */
    public static List<String> of(JdbcClient jdbc, List<String> words) {
        List<String> tables = jdbc.sql("""
                select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                 where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'""").query(String.class).list();
        String found = "row_text ilike any(:like) or row_text like any(:bytes)";
        return Stream.concat(tables.stream(), Stream.of("pg_largeobject"))
                .flatMap(table -> jdbc.sql("select '%1$s: ' || left(row_text, 600) from (select t::text as row_text from %1$s t) rows where %2$s"
                                .formatted(table, found))
                        .param("like", words.stream().map(word -> "%" + word + "%").toArray(String[]::new))
                        .param("bytes", words.stream().flatMap(word -> Stream.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT)))
                                .map(word -> "%" + hex(word) + "%").toArray(String[]::new))
                        .query(String.class).list().stream()).toList();
    }

    private static String hex(String word) {
        return HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
    }
}
