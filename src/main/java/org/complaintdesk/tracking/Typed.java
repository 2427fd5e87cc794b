package org.complaintdesk.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.complaintdesk.platform.CleanText;

/** What a form brought along, checked in the language of whoever typed it. */
final class Typed {

    private static final Set<String> OURS = Set.of("_csrf", "c");

    private final Draft draft;
    private final TrackWords words;

    private Typed(Draft draft, TrackWords words) {
        this.draft = draft;
        this.words = words;
    }

    static Typed in(Deed deed, HttpServletRequest request, TrackWords words) {
        return new Typed(draft(deed, request), words);
    }

    static Draft draft(Deed deed, HttpServletRequest request) {
        Map<String, String> typed = new LinkedHashMap<>();
        request.getParameterMap().forEach((field, values) -> {
            if (!OURS.contains(field) && values.length > 0) {
                typed.put(field, values[0]);
            }
        });
        return Draft.of(deed.path(), typed);
    }

    Draft draft() {
        return draft;
    }

    /** @return null when it is empty; a problem is noted when it is too long */
    String optional(String field, int longest) {
        String text = CleanText.of(draft.typed().get(field));
        if (text != null && text.length() > longest) {
            draft.with(field, words.text("track.problem.too-long", longest, text.length()));
        }
        return text;
    }

    /** As {@link #optional}; a problem is noted when it is empty. */
    String needed(String field, int longest) {
        String text = optional(field, longest);
        if (text == null) {
            missing(field);
        }
        return text;
    }

    void missing(String field) {
        draft.with(field, words.text("track.problem." + draft.form() + "." + field));
    }

    /** @return which of some; null, and a problem noted, when none of them was chosen */
    String chosen(String field, Set<String> choices) {
        String choice = draft.typed().get(field);
        if (choice == null || !choices.contains(choice)) {
            missing(field);
            return null;
        }
        return choice;
    }

    /** @return the round of the offer the form was about; 0, which never was one, when it is not there */
    int round() {
        String round = draft.typed().getOrDefault("round", "");
        return round.matches("[0-9]{1,6}") ? Integer.parseInt(round) : 0;
    }
}
