package org.complaintdesk.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The word lists of all marks, ready to be looked for. */
final class Lexicon {

    private static final String GAP = "…+";
    /** So many characters or Latin words may stand in the place of the gap in {@code A…B}. */
    private static final int REACH = 8;

    private final WordTree tree = new WordTree();
    private final List<Entry> words = new ArrayList<>();
    private final List<Entry> exceptions = new ArrayList<>();
    private final Set<Integer> signs = new HashSet<>();

    /**
     * The words of one list.
     *
     * @param exceptions where one of them stands, no word of the list counts
     */
    record Lines(List<String> words, List<String> exceptions) {
    }

    /** @param parts the numbers of the words that follow each other, in the tree */
    private record Entry(Mark mark, int[] parts) {
    }

    Lexicon(Map<Mark, Lines> lists) {
        lists.forEach((mark, lines) -> {
            lines.words().forEach(word -> add(words, mark, word));
            lines.exceptions().forEach(word -> add(exceptions, mark, word));
        });
    }

    private void add(List<Entry> entries, Mark mark, String line) {
        int[][] parts = Arrays.stream(line.split(GAP))
                .map(part -> Reading.of(part, Lexicon::isSymbol).letters())
                .filter(letters -> letters.length > 0).toArray(int[][]::new);
        if (parts.length > 0) {
            Arrays.stream(parts).flatMapToInt(Arrays::stream).filter(letter -> !Character.isLetterOrDigit(letter))
                    .forEach(signs::add);
            entries.add(new Entry(mark, Arrays.stream(parts).mapToInt(tree::add).toArray()));
        }
    }

    /** Emoji, stars, currency signs: what a supervisor may list, unlike punctuation. */
    private static boolean isSymbol(int character) {
        int type = Character.getType(character);
        return type == Character.OTHER_SYMBOL || type == Character.CURRENCY_SYMBOL;
    }

    Reading read(String text) {
        return Reading.of(text, signs::contains);
    }

    /** @return in the order of the text */
    List<Hit> find(Reading reading) {
        Clauses clauses = new Clauses(reading);
        Map<Integer, List<WordTree.Place>> places = new HashMap<>();
        tree.find(reading).forEach(place -> places.computeIfAbsent(place.word(), word -> new ArrayList<>()).add(place));
        Map<Mark, BitSet> excepted = new EnumMap<>(Mark.class);
        for (Entry entry : exceptions) {
            for (Hit hit : hits(entry, places, clauses, Disguise.NONE)) {
                exempted(entry.mark).forEach(mark ->
                        excepted.computeIfAbsent(mark, first -> new BitSet()).set(hit.from(), hit.to()));
            }
        }
        List<Hit> found = new ArrayList<>();
        for (Entry entry : words) {
            BitSet not = excepted.getOrDefault(entry.mark, new BitSet());
            for (Hit hit : hits(entry, places, clauses, entry.mark.deepestDisguise())) {
                int exception = not.nextSetBit(hit.from());
                if (exception < 0 || exception >= hit.to()) {
                    found.add(hit);
                }
            }
        }
        found.sort(Comparator.comparingInt(Hit::from).thenComparingInt(Hit::to));
        return found;
    }

    /** Where {@code 五星级} is no praise, nobody asks for praise either. */
    private static Stream<Mark> exempted(Mark mark) {
        return mark.column() != Mark.Column.OBJECT ? Stream.of(mark) : Arrays.stream(Mark.values())
                .filter(other -> other.column() == Mark.Column.OBJECT || other.column() == Mark.Column.ACT);
    }

    private static List<Hit> hits(Entry entry, Map<Integer, List<WordTree.Place>> places, Clauses clauses, Disguise deepest) {
        List<Hit> hits = new ArrayList<>();
        for (WordTree.Place first : places.getOrDefault(entry.parts[0], List.of())) {
            int to = first.disguise().compareTo(deepest) > 0 ? -1 : first.to();
            for (int part = 1; part < entry.parts.length && to >= 0; part++) {
                to = endOfNext(places.getOrDefault(entry.parts[part], List.of()), to, clauses, deepest);
            }
            if (to >= 0) {
                hits.add(new Hit(entry.mark, first.from(), to));
            }
        }
        return hits;
    }

    private static int endOfNext(List<WordTree.Place> places, int from, Clauses clauses, Disguise deepest) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (places.get(middle).from() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low < places.size() && clauses.isWithin(REACH, from, places.get(low).from())) {
            if (places.get(low).disguise().compareTo(deepest) <= 0) {
                return places.get(low).to();
            }
            low++;
        }
        return -1;
    }
}
