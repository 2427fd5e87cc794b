package org.complaintdesk.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One row of the table: who asks for what, how, and what is the answer. The table is in {@code access/*.txt}, a file per
 * part of the desk: {@code agent | rest | GET /engine-rest/task | 200}.
 *
 * @param who      a role of {@link People}
 * @param how      {@code rest}: a program with HTTP Basic; {@code web}: a browser signed in to Tasklist, as its scripts ask;
 *                 {@code page}: the same browser showing a page or sending its form
 * @param request  method, path and what is sent; names in braces are filled in by {@link Things}
 * @param expected the statuses any of which is right
 */
record Row(String section, String who, String how, String request, List<Integer> expected) {

    static List<Row> all() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Resource section : new PathMatchingResourcePatternResolver().getResources("classpath*:access/*.txt")) {
            String name = section.getFilename().replace(".txt", "");
            section.getContentAsString(StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).map(line -> of(name, line)).forEach(rows::add);
        }
        return rows;
    }

    private static Row of(String section, String line) {
        List<String> cells = Arrays.stream(line.split("\\s+\\|\\s+")).toList();
        if (cells.size() != 4) {
            throw new IllegalArgumentException(section + ": " + line);
        }
        return new Row(section, cells.get(0), cells.get(1), cells.get(2),
                Arrays.stream(cells.get(3).split("[, ]+")).map(Integer::valueOf).toList());
    }

    String method() {
        return request.substring(0, request.indexOf(' '));
    }

    String path() {
        return request.split(" ", 3)[1];
    }

    /** @return what is sent, empty when nothing is */
    String body() {
        String[] parts = request.split(" ", 3);
        return parts.length < 3 ? "" : parts[2];
    }

    @Override
    public String toString() {
        return section + ": " + who + " " + how + " " + request + " → " + expected;
    }
}
