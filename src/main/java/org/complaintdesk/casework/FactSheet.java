package org.complaintdesk.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * The facts at the top of every form, as Markdown. At most {@value #LIMIT} characters, the engine's limit for a text;
 * the rest is in the case file, one link away.
 */
@Component
public class FactSheet {

    private static final int LIMIT = 4_000;
    private static final int LATEST = 8;

    private final Wording wording;

    FactSheet(Wording wording) {
        this.wording = wording;
    }

    /** @return the parts that are known, in one line; they are Markdown already */
    public static String joined(String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" · "));
    }

    /** @param label the key of the label; the values are plain text, and what is not known may be null */
    public String line(String label, String... values) {
        String known = Stream.of(values).filter(value -> value != null && !value.isBlank())
                .map(value -> Markdown.literal(value, 80)).collect(Collectors.joining(" · "));
        return "**%s** %s".formatted(wording.text(label), known.isEmpty() ? "–" : known);
    }

    /** @return a link that leaves Tasklist open; the text is Markdown already */
    public static String link(String path, String text) {
        return "<a href=\"%s\" target=\"_blank\">%s</a>".formatted(path, text);
    }

    /**
     * @param head  the lines before the story
     * @param story what happened so far, oldest first; as many of the latest as fit are told
     * @param line  tells one of them, as Markdown
     */
    public <E> String of(List<String> head, List<E> story, Function<E, String> line) {
        String facts = String.join("\n", head);
        List<String> told = new ArrayList<>(story.subList(Math.max(0, story.size() - LATEST), story.size()).stream()
                .map(line).toList());
        while (!told.isEmpty() && (facts + soFar(told, story.size())).length() > LIMIT) {
            told.remove(0);
        }
        return facts + soFar(told, story.size());
    }

    private String soFar(List<String> told, int happened) {
        int older = happened - told.size();
        String heading = wording.text("facts.story") + (older == 0 ? "" : wording.text("facts.older", older));
        return told.isEmpty() ? "" : "\n\n**%s**\n%s".formatted(heading, String.join("\n", told));
    }
}
