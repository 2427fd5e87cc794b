package org.complaintdesk.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The lists as supervisors read and change them. */
@Service
class WordEditing {

    private final DefaultLists defaults;
    private final WordStore store;
    private final WordLines reader;
    private final WordLists lists;
    private final AuditLog audit;

    WordEditing(DefaultLists defaults, WordStore store, WordLines reader, WordLists lists, AuditLog audit) {
        this.defaults = defaults;
        this.store = store;
        this.reader = reader;
        this.lists = lists;
        this.audit = audit;
    }

    List<WordGroup> groups() {
        return defaults.groups();
    }

    /** @return every list, by name */
    Map<String, WordSheet> sheets() {
        Map<String, WordChange> latest = store.latest();
        return defaults.lists().values().stream()
                .collect(Collectors.toMap(WordList::name, list -> new WordSheet(list, latest.get(list.name()))));
    }

    Optional<WordSheet> find(String name) {
        return defaults.find(name).map(list -> new WordSheet(list, store.of(name, 1).stream().findFirst().orElse(null)));
    }

    Optional<WordChange> find(WordSheet sheet, int revision) {
        return store.find(sheet.list().name(), revision);
    }

    /** @return latest first */
    List<WordChange> history(WordSheet sheet, int atMost) {
        return store.of(sheet.list().name(), atMost);
    }

    /**
     * Puts what was typed in force. What is already in force makes no new revision; what equals the list the application
     * brings follows it from then on.
     *
     * @param opened the revision the person started from
     * @throws org.complaintdesk.platform.InvalidInput when it is no proper list
     * @throws ChangedMeanwhile                        when another revision is in force by now
     */
    void change(WordSheet sheet, int opened, String typed, String who) {
        List<String> lines = reader.read(typed);
        if (sheet.revision() != opened) {
            throw new ChangedMeanwhile();
        }
        if (!lines.equals(sheet.lines())) {
            add(sheet, lines.equals(sheet.list().lines()) ? null : lines, who);
        }
    }

    /** Puts the list the application brings in force again. */
    void reset(WordSheet sheet, int opened, String who) {
        if (sheet.revision() != opened) {
            throw new ChangedMeanwhile();
        }
        if (sheet.isChanged()) {
            add(sheet, null, who);
        }
    }

    private void add(WordSheet sheet, List<String> lines, String who) {
        try {
            store.add(sheet.list().name(), sheet.revision() + 1, lines, who);
            audit.record(AuditEvent.POLICY_CHANGED, sheet.list().name(), "revision " + (sheet.revision() + 1));
        } catch (DuplicateKeyException e) {
            throw new ChangedMeanwhile();
        }
        lists.changed();
    }
}
