package org.complaintdesk.compliance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.complaintdesk.compliance.Reading.Gap;

/** Finds any number of words in one walk through a text, also in {@link Disguise}. */
final class WordTree {

    private static final int SHORTEST_DISGUISED = 2;

    private final Node root = new Node(0);
    private int words;

    /** A word in a text, by its number in the tree. */
    record Place(int word, int from, int to, Disguise disguise) {
    }

    private static final class Node {

        private final int letter;
        private final Map<Integer, Node> children = new HashMap<>();
        private final Map<String, List<Node>> bySyllable = new HashMap<>();
        private int word = -1;

        private Node(int letter) {
            this.letter = letter;
        }

        private Node child(int letter) {
            return children.computeIfAbsent(letter, missing -> {
                Node child = new Node(letter);
                if (Pinyin.has(letter)) {
                    bySyllable.computeIfAbsent(Pinyin.typed(letter), syllable -> new ArrayList<>(1)).add(child);
                }
                return child;
            });
        }

        private List<Node> read(String syllable) {
            return bySyllable.getOrDefault(syllable, List.of());
        }
    }

    /** @return the word's number; the same word has the same one */
    int add(int[] letters) {
        Node node = root;
        for (int letter : letters) {
            node = node.child(letter);
        }
        if (node.word < 0) {
            node.word = words++;
        }
        return node.word;
    }

    /** @return in the order of their first letters */
    List<Place> find(Reading reading) {
        Walk walk = new Walk(reading);
        for (int i = 0; i < reading.size(); i++) {
            walk.from(i);
        }
        return walk.places;
    }

    /** Looks for words letter by letter, whichever way each of them may be written. */
    private final class Walk {

        private final Reading reading;
        private final PinyinRuns runs;
        private final List<Place> places = new ArrayList<>();
        private int from;

        private Walk(Reading reading) {
            this.reading = reading;
            this.runs = new PinyinRuns(reading);
        }

        private void from(int start) {
            from = start;
            step(root, start, new Way(0, 0, Disguise.NONE));
        }

        private void step(Node node, int at, Way way) {
            if (node.word >= 0 && isWhole(at, way)) {
                places.add(new Place(node.word, from, at, way.disguise));
            }
            if (at == reading.size() || at > from && reading.gapBefore(at).compareTo(Gap.END) >= 0) {
                return;
            }
            Node child = node.children.get(reading.letter(at));
            if (child != null) {
                step(child, at + 1, way.plainly());
            } else if (at > from && reading.isSign(at)) {
                step(node, reading.behindSigns(at), way);
                return;
            }
            if (reading.isLatin(at)) {
                if (!node.bySyllable.isEmpty()) {
                    runs.syllablesAt(at).forEach(syllable -> node.read(syllable)
                            .forEach(other -> step(other, at + syllable.length(), way.inPinyin())));
                }
            } else if (Pinyin.has(reading.letter(at))) {
                homophones(node, at, way);
            }
        }

        private void homophones(Node node, int at, Way way) {
            for (Node other : node.read(Pinyin.typed(reading.letter(at)))) {
                if (other.letter != reading.letter(at) && reading.chineseWords().standsAlone(at)) {
                    boolean sameTone = Pinyin.withTone(other.letter).equals(Pinyin.withTone(reading.letter(at)));
                    step(other, at + 1, way.inHomophone(sameTone ? Disguise.SAME_TONE : Disguise.OTHER_TONE));
                }
            }
        }

        /** Whether this is the word, not a part of another one, and not another one that is read the same. */
        private boolean isWhole(int to, Way way) {
            if (way.disguise == Disguise.NONE) {
                return reading.startsWord(from) && reading.endsWord(to - 1);
            }
            return way.letters >= SHORTEST_DISGUISED
                    && (!way.hasHomophones() || way.certain > 0
                    && !reading.chineseWords().isTornAt(from) && !reading.chineseWords().isTornAt(to));
        }
    }

    /**
     * How the letters of a word were found so far.
     *
     * @param certain how many of them are not homophones
     */
    private record Way(int letters, int certain, Disguise disguise) {

        private Way plainly() {
            return new Way(letters + 1, certain + 1, disguise);
        }

        private Way inPinyin() {
            return new Way(letters + 1, certain + 1, deeper(Disguise.SAME_TONE));
        }

        private Way inHomophone(Disguise another) {
            return new Way(letters + 1, certain, deeper(another));
        }

        private boolean hasHomophones() {
            return certain < letters;
        }

        private Disguise deeper(Disguise another) {
            return another.compareTo(disguise) > 0 ? another : disguise;
        }
    }
}
