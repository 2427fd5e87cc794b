package org.complaintdesk.words;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lists of words that the application brings ({@code words/*.yaml}) and a supervisor changes. Texts and words are
 * compared in {@link PlainChinese plain spelling}. A line {@code A…B} means A and then B in the same clause, with at
 * most eight characters between them; a line that begins with {@code -} is an exception: where it stands in a text, no word of its list
 * counts. A change is seen by every node within two seconds.
 */
@Component
public class WordLists {

    private static final long LOOK_AGAIN = Duration.ofSeconds(2).toNanos();

    private final DefaultLists defaults;
    private final WordStore store;
    private volatile InForce inForce;

    WordLists(DefaultLists defaults, WordStore store) {
        this.defaults = defaults;
        this.store = store;
    }

    /** The lists as they were when somebody last looked whether they have changed. */
    private record InForce(long changes, long lookedAt, Map<String, PlainWords> lists) {

        InForce stillAt(long now) {
            return new InForce(changes, now, lists);
        }
    }

    /**
     * @param text null counts as silence
     * @return the names of those lists that have a word in the text, in the order asked for
     * @throws IllegalArgumentException when there is no such list
     */
    public Set<String> hits(String text, Collection<String> lists) {
        return firstWords(text, lists).keySet();
    }

    /**
     * @param text null counts as silence
     * @return the lists that have a word in the text, in the order asked for, and the first line of each that the text has
     * @throws IllegalArgumentException when there is no such list
     */
    public Map<String, String> firstWords(String text, Collection<String> lists) {
        String plain = PlainChinese.of(text);
        Map<String, String> found = new LinkedHashMap<>();
        lists.forEach(list -> list(list).firstIn(plain).ifPresent(word -> found.put(list, word.line())));
        return found;
    }

    /**
     * @param text null counts as silence
     * @return the first line of the list that the text has, as it is written in the list
     * @throws IllegalArgumentException when there is no such list
     */
    public Optional<String> firstWord(String text, String list) {
        return list(list).firstIn(PlainChinese.of(text)).map(Word::line);
    }

    /**
     * @return the list's words as they are written there, exceptions left out
     * @throws IllegalArgumentException when there is no such list
     */
    public List<String> words(String list) {
        return list(list).words().stream().map(Word::line).toList();
    }

    /**
     * @return what does not count as a word of the list, without the sign that marks it
     * @throws IllegalArgumentException when there is no such list
     */
    public List<String> exceptions(String list) {
        return list(list).exceptions().stream().map(word -> word.line().substring(1).strip()).toList();
    }

    /** @return the names of the lists of a group, which is the name of their file without its ending */
    public List<String> named(String group) {
        return defaults.groups().stream().filter(found -> found.name().equals(group))
                .flatMap(found -> found.lists().stream()).map(WordList::name).toList();
    }

    /** @return what people call the list, in the installation's language; empty when there is no such list */
    public Optional<String> title(String list) {
        return defaults.find(list).map(WordList::title);
    }

    /** Makes this node look at once; the others do within two seconds. */
    void changed() {
        inForce = null;
    }

    private PlainWords list(String name) {
        PlainWords list = current().lists().get(name);
        if (list == null) {
            throw new IllegalArgumentException("There is no word list " + name);
        }
        return list;
    }

    private InForce current() {
        InForce known = inForce;
        long now = System.nanoTime();
        if (known == null || now - known.lookedAt() > LOOK_AGAIN) {
            long changes = store.count();
            known = known != null && known.changes() == changes ? known.stillAt(now) : read(changes, now);
            inForce = known;
        }
        return known;
    }

    private InForce read(long changes, long now) {
        Map<String, WordChange> latest = store.latest();
        Map<String, PlainWords> lists = new LinkedHashMap<>();
        defaults.lists().forEach((name, list) -> {
            WordChange change = latest.get(name);
            lists.put(name, PlainWords.of(change == null || change.isReset() ? list.lines() : change.lines()));
        });
        return new InForce(changes, now, Map.copyOf(lists));
    }
}
