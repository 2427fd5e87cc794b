package org.complaintdesk.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed on a case since it was last saved, and what of it goes to its timeline.
 *
 * @param <W> what can happen to a case of this kind
 */
public final class CaseChanges<W extends Enum<W> & CaseHappening> {

    private final List<Noted<W>> noted = new ArrayList<>();
    private boolean touched;

    /** @param details codes, amounts and notes by name, in the order they were noted */
    public record Noted<W>(W what, Map<String, String> details) {
    }

    /** @param details names and values by turns; one without a value is left out */
    public void note(W what, String... details) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            if (details[i + 1] != null && !details[i + 1].isBlank()) {
                named.put(details[i], details[i + 1]);
            }
        }
        noted.add(new Noted<>(what, named));
    }

    /** Something changed that is no line of the timeline. */
    public void touch() {
        touched = true;
    }

    public boolean isEmpty() {
        return !touched && noted.isEmpty();
    }

    /** @return what was noted; from now on nothing has changed */
    public List<Noted<W>> take() {
        List<Noted<W>> taken = List.copyOf(noted);
        noted.clear();
        touched = false;
        return taken;
    }
}
