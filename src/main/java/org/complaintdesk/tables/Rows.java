package org.complaintdesk.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What rows mean beside each other: which can never apply, which apply together, and what no row is about. */
final class Rows {

    private static final int MOST_CASES = 20_000;

    private Rows() {
    }

    /** @return the row before it that applies to everything this one is about; empty when there is none */
    static Optional<Integer> coverOf(List<List<Condition>> rows, int row) {
        return IntStream.range(0, row).filter(before -> all(rows.get(before), rows.get(row), Condition::covers)).boxed().findFirst();
    }

    /** @return the first row before it that may apply together with this one */
    static Optional<Integer> meets(List<List<Condition>> rows, int row) {
        return IntStream.range(0, row).filter(before -> all(rows.get(before), rows.get(row), Condition::mayMeet)).boxed().findFirst();
    }

    private interface Between {
        boolean holds(Condition one, Condition other);
    }

    private static boolean all(List<Condition> one, List<Condition> other, Between relation) {
        return IntStream.range(0, one.size()).allMatch(i -> relation.holds(one.get(i), other.get(i)));
    }

    /**
     * @param words what each input can be; empty where it cannot be counted
     * @return the first combination that no row is about; with an empty one when it cannot be counted and no row is for
     *         everything; empty when there is always a row
     */
    static Optional<List<String>> gap(List<List<Condition>> rows, List<List<String>> words) {
        List<Integer> uncounted = IntStream.range(0, words.size()).filter(i -> words.get(i).isEmpty()).boxed().toList();
        List<List<Condition>> counted = rows.stream().filter(row -> uncounted.stream().allMatch(i -> row.get(i).isAny())).toList();
        List<Integer> asked = IntStream.range(0, words.size()).filter(i -> counted.stream().anyMatch(row -> !row.get(i).isAny()))
                .boxed().toList();
        long cases = asked.stream().mapToLong(i -> words.get(i).size()).reduce(1, (a, b) -> Math.min(a * b, MOST_CASES + 1L));
        if (counted.stream().anyMatch(row -> row.stream().allMatch(Condition::isAny))) {
            return Optional.empty();
        }
        return cases > MOST_CASES ? Optional.of(List.of())
                : gap(counted, words, asked, new ArrayList<>(words.stream().map(each -> "").toList()), 0);
    }

    private static Optional<List<String>> gap(List<List<Condition>> rows, List<List<String>> words, List<Integer> asked,
            List<String> chosen, int next) {
        if (rows.isEmpty()) {
            return Optional.of(List.copyOf(chosen));
        }
        if (next == asked.size()) {
            return Optional.empty();
        }
        int input = asked.get(next);
        for (String word : words.get(input)) {
            chosen.set(input, word);
            List<List<Condition>> left = rows.stream().filter(row -> row.get(input).holdsFor(word)).toList();
            Optional<List<String>> found = gap(left, words, asked, chosen, next + 1);
            if (found.isPresent()) {
                return found;
            }
            chosen.set(input, "");
        }
        return Optional.empty();
    }
}
