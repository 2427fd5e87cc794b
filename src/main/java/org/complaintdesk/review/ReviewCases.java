package org.complaintdesk.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.TableCases;
import org.complaintdesk.words.WordLists;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest reviews as the tables about them would be asked today. */
@Component
class ReviewCases implements TableCases {

    private static final String TRIAGE = "review-triage";

    private final JdbcClient jdbc;
    private final WordLists lists;

    ReviewCases(JdbcClient jdbc, WordLists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    @Override
    public List<String> tables() {
        return List.of(TRIAGE, "public-reply");
    }

    @Override
    public List<AskedCase> latest(String table, int atMost) {
        List<String> named = lists.named(TRIAGE);
        return jdbc.sql("select number, platform, rating, text from review order by received_at desc limit ?")
                .param(atMost).query((row, index) -> {
                    String text = Objects.requireNonNullElse(CleanText.of(row.getString("text")), "");
                    Map<String, Object> inputs = Map.of("platform", row.getString("platform"), "rating", row.getInt("rating"),
                            "hits", new ArrayList<>(lists.hits(text, named)), "length", text.length());
                    return new AskedCase(row.getString("number"), "/reviews/" + row.getString("number"), inputs);
                }).list();
    }
}
