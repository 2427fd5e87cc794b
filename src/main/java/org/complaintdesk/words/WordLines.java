package org.complaintdesk.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Reads a list as a person typed it: one word per line. */
@Component
class WordLines {

    static final int MOST = 1_000;
    static final int LONGEST = 40;

    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");
    /** A comma at the end may be meant: "卡," is the whole of a complaint. */
    private static final Pattern SEPARATORS = Pattern.compile("[、|]|.[,;\\uFF0C\\uFF1B].");

    private final Wording wording;

    WordLines(Wording wording) {
        this.wording = wording;
    }

    /**
     * @return the lines without surrounding blanks and without empty ones
     * @throws InvalidInput which names the line and says what to do
     */
    List<String> read(String typed) {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        int number = 0;
        for (String raw : typed.split("\\R", -1)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty()) {
                continue;
            }
            check(line, number);
            Integer same = seen.putIfAbsent(PlainChinese.of(line), number);
            if (same != null) {
                throw refused("words.duplicate", number, line, same);
            }
            lines.add(line);
            if (lines.size() > MOST) {
                throw refused("words.too-many", MOST);
            }
        }
        if (lines.stream().allMatch(line -> Word.of(line).exception())) {
            throw refused("words.none");
        }
        return lines;
    }

    private void check(String line, int number) {
        if (line.length() > LONGEST) {
            throw refused("words.too-long", number, line.substring(0, LONGEST) + "…", LONGEST, line.length());
        }
        if (INVISIBLE.matcher(line).find()) {
            throw refused("words.invisible", number, INVISIBLE.matcher(line).replaceAll("□"));
        }
        if (SEPARATORS.matcher(line).find()) {
            throw refused("words.one-per-line", number, line);
        }
        if (Word.of(line).parts().stream().anyMatch(String::isBlank)) {
            throw refused("words.incomplete", number, line);
        }
    }

    private InvalidInput refused(String key, Object... arguments) {
        return new InvalidInput("words", wording.text(key, arguments));
    }
}
