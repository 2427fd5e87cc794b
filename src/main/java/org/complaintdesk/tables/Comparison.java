package org.complaintdesk.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What one version has that another has not, row by row. */
record Comparison(List<Line> lines) {

    enum Kind {
        ADDED, REMOVED, CHANGED, MOVED
    }

    /**
     * @param before counted from 1; 0 when the row is new
     * @param after  counted from 1; 0 when the row is gone
     * @param old    null when the row is new
     * @param now    null when the row is gone
     */
    record Line(Kind kind, int before, int after, Rule old, Rule now) {

        /** @return the numbers of the inputs that differ, then those of the outputs behind them; the note is -1 */
        List<Integer> cells() {
            List<Integer> differing = new ArrayList<>();
            IntStream.range(0, old.in().size()).filter(i -> !old.in().get(i).equals(now.in().get(i))).forEach(differing::add);
            IntStream.range(0, old.out().size()).filter(i -> !old.out().get(i).equals(now.out().get(i)))
                    .forEach(i -> differing.add(old.in().size() + i));
            if (!old.note().equals(now.note())) {
                differing.add(-1);
            }
            return differing;
        }
    }

    static Comparison of(Sheet before, Sheet after) {
        List<Line> lines = new ArrayList<>();
        Set<String> inOrder = inOrder(before, after);
        for (int i = 0; i < after.rules().size(); i++) {
            Rule now = after.rules().get(i);
            int was = before.place(now.id());
            if (was < 0) {
                lines.add(new Line(Kind.ADDED, 0, i + 1, null, now));
            } else if (!before.rules().get(was).says(now)) {
                lines.add(new Line(Kind.CHANGED, was + 1, i + 1, before.rules().get(was), now));
            } else if (!inOrder.contains(now.id())) {
                lines.add(new Line(Kind.MOVED, was + 1, i + 1, before.rules().get(was), now));
            }
        }
        for (int i = 0; i < before.rules().size(); i++) {
            if (after.place(before.rules().get(i).id()) < 0) {
                lines.add(new Line(Kind.REMOVED, i + 1, 0, before.rules().get(i), null));
            }
        }
        return new Comparison(List.copyOf(lines));
    }

    /** @return the ids of the rows that follow each other in both: as many as can be, the others have moved */
    private static Set<String> inOrder(Sheet before, Sheet after) {
        List<Rule> common = after.rules().stream().filter(rule -> before.place(rule.id()) >= 0).toList();
        int[] length = new int[common.size()];
        int[] previous = new int[common.size()];
        int last = -1;
        for (int i = 0; i < common.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                if (before.place(common.get(j).id()) < before.place(common.get(i).id()) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        Set<String> kept = new HashSet<>();
        for (int i = last; i >= 0; i = previous[i]) {
            kept.add(common.get(i).id());
        }
        return kept;
    }

    /** @return for the audit log: which rows, in the words of the table, at most so much as a line of the log takes */
    String told() {
        StringBuilder told = new StringBuilder();
        lines.forEach(line -> told.append(told.isEmpty() ? "" : "; ").append(told(line)));
        return told.toString();
    }

    private static String told(Line line) {
        return switch (line.kind()) {
            case ADDED -> "+ row " + line.after() + " " + cells(line.now());
            case REMOVED -> "- row " + line.before() + " " + cells(line.old());
            case MOVED -> "row " + line.before() + " moved to " + line.after();
            case CHANGED -> "row " + line.before() + ": " + String.join(", ", line.cells().stream()
                    .map(cell -> cell < 0 ? "note" : cell(line.old(), cell) + " → " + cell(line.now(), cell)).toList());
        };
    }

    private static String cells(Rule rule) {
        return String.join(" | ", rule.in()) + " ⇒ " + String.join(" | ", rule.out());
    }

    private static String cell(Rule rule, int cell) {
        String text = cell < rule.in().size() ? rule.in().get(cell) : rule.out().get(cell - rule.in().size());
        return text.isEmpty() ? "(any)" : text;
    }
}
