package org.complaintdesk.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds any number of words in one walk through a text, also in the usual disguises: signs between the letters, pinyin
 * in the place of a character ({@code 返xian}), another character of the same sound ({@code 返线}).
 */
final class WordTree {

    private static final int SHORTEST_DISGUISED = 2;

    private final Node root = new Node();
    private int words;

    /**
     * A word in a text.
     *
     * @param word      its number in the tree
     * @param disguised whether a letter of it is written otherwise
     */
    record Place(int word, int from, int to, boolean disguised) {
    }

    private static final class Node {

        private final Map<Integer, Node> children = new HashMap<>();
        private final Map<String, List<Node>> bySound = new HashMap<>();
        private final Map<String, List<Node>> byTone = new HashMap<>();
        private int letter;
        private int word = -1;

        private Node child(int letter) {
            return children.computeIfAbsent(letter, missing -> {
                Node child = new Node();
                child.letter = letter;
                String tone = Pinyin.withTone(letter);
                if (tone != null) {
                    byTone.computeIfAbsent(tone, sound -> new ArrayList<>(1)).add(child);
                    bySound.computeIfAbsent(Pinyin.syllable(letter), sound -> new ArrayList<>(1)).add(child);
                }
                return child;
            });
        }
    }

    /** How a word was found so far. */
    private record Way(int from, int plain, int typed, int[] homophones) {

        private static final int[] NONE = {};

        private Way withPlain() {
            return new Way(from, plain + 1, typed, homophones);
        }

        private Way withTyped() {
            return new Way(from, plain, typed + 1, homophones);
        }

        private Way withHomophone(int homophone) {
            int[] all = Arrays.copyOf(homophones, homophones.length + 1);
            all[homophones.length] = homophone;
            return new Way(from, plain, typed, all);
        }

        private boolean isDisguised() {
            return typed > 0 || homophones.length > 0;
        }

        private int length() {
            return plain + typed + homophones.length;
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
        List<Place> places = new ArrayList<>();
        PinyinRuns runs = new PinyinRuns(reading);
        for (int i = 0; i < reading.size(); i++) {
            walk(root, reading, runs, i, new Way(i, 0, 0, Way.NONE), places);
        }
        return places;
    }

    private void walk(Node node, Reading reading, PinyinRuns runs, int at, Way way, List<Place> places) {
        if (node.word >= 0 && isWhole(reading, at, way)) {
            places.add(new Place(node.word, way.from, at, way.isDisguised()));
        }
        if (at == reading.size() || at > way.from && reading.gapBefore(at) == Reading.Gap.END) {
            return;
        }
        int letter = reading.letter(at);
        Node child = node.children.get(letter);
        if (child != null) {
            walk(child, reading, runs, at + 1, way.withPlain(), places);
        } else if (at > way.from && reading.isSign(at)) {
            int next = at + 1;
            while (next < reading.size() && reading.isSign(next) && reading.gapBefore(next) != Reading.Gap.END) {
                next++;
            }
            walk(node, reading, runs, next, way, places);
            return;
        }
        if (reading.isChinese(at)) {
            for (Node other : node.byTone.getOrDefault(String.valueOf(Pinyin.withTone(letter)), List.of())) {
                if (other.letter != letter) {
                    walk(other, reading, runs, at + 1, way.withHomophone(at), places);
                }
            }
        } else if (reading.isLatin(at) && !node.bySound.isEmpty()) {
            for (String syllable : runs.syllablesAt(at)) {
                for (Node other : node.bySound.getOrDefault(syllable, List.of())) {
                    walk(other, reading, runs, at + syllable.length(), way.withTyped(), places);
                }
            }
        }
    }

    /** Whether what was found is the word, and not part of another one or another one of the same sound. */
    private static boolean isWhole(Reading reading, int to, Way way) {
        int last = to - 1;
        if (!way.isDisguised()) {
            return (reading.isChinese(way.from) || reading.startsWord(way.from))
                    && (reading.isChinese(last) || reading.endsWord(last));
        }
        if (way.length() < SHORTEST_DISGUISED) {
            return false;
        }
        if (way.homophones.length == 0) {
            return true;
        }
        return way.plain + way.typed > 0 && !reading.tearsWord(way.from) && !reading.tearsWord(to)
                && Arrays.stream(way.homophones).allMatch(reading::standsAlone);
    }
}
