package org.complaintdesk.tables;

import java.util.ArrayList;
import java.util.List;

/** A regular expression of several alternatives, one line each for people. */
final class Alternatives {

    private Alternatives() {
    }

    /** @return what stands between the bars that are in no bracket */
    static List<String> of(String pattern) {
        List<String> found = new ArrayList<>();
        int depth = 0;
        boolean characters = false;
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                part.append(c).append(pattern.charAt(++i));
                continue;
            }
            if (characters) {
                characters = c != ']';
            } else if (c == '[') {
                characters = true;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
            if (c == '|' && depth == 0 && !characters) {
                found.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        found.add(part.toString());
        return found;
    }

    static String pattern(List<String> alternatives) {
        return String.join("|", alternatives);
    }
}
