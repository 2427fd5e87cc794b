package org.complaintdesk.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings a draft onto a version that somebody else has published meanwhile: row by row, by their ids. What only one has
 * changed is as that one made it; where both changed the same row, the draft's stays and is named.
 *
 * @param rules   the draft's rows from now on
 * @param clashes ids of the rows that both have changed
 */
record Merge(List<Rule> rules, List<String> clashes) {

    static Merge of(List<Rule> base, List<Rule> mine, List<Rule> theirs) {
        Map<String, Rule> before = byId(base);
        Map<String, Rule> drafted = byId(mine);
        List<String> clashes = new ArrayList<>();
        Map<String, Rule> merged = new LinkedHashMap<>();
        for (Rule their : theirs) {
            Rule was = before.get(their.id());
            Rule my = drafted.get(their.id());
            boolean changed = was == null || !was.says(their);
            if (my == null) {
                if (was == null) {
                    merged.put(their.id(), their);
                } else if (changed) {
                    merged.put(their.id(), their);
                    clashes.add(their.id());
                }
            } else {
                boolean both = changed && was != null && !was.says(my) && !my.says(their);
                if (both) {
                    clashes.add(their.id());
                }
                merged.put(their.id(), was != null && was.says(my) ? their : my);
            }
        }
        List<Rule> rules = new ArrayList<>(merged.values());
        reorder(rules, base, mine, theirs);
        addMine(rules, mine, before, byId(theirs), clashes);
        return new Merge(List.copyOf(rules), List.copyOf(clashes));
    }

    /** The draft's order counts where the other has changed none. */
    private static void reorder(List<Rule> rules, List<Rule> base, List<Rule> mine, List<Rule> theirs) {
        if (!common(base, theirs).equals(common(theirs, base))) {
            return;
        }
        List<String> order = common(mine, rules);
        Map<String, Rule> byId = byId(rules);
        int next = 0;
        for (int i = 0; i < rules.size(); i++) {
            if (order.contains(rules.get(i).id())) {
                rules.set(i, byId.get(order.get(next++)));
            }
        }
    }

    /** Rows of the draft that the other version has not: new ones behind the row they stood behind. */
    private static void addMine(List<Rule> rules, List<Rule> mine, Map<String, Rule> before, Map<String, Rule> theirs, List<String> clashes) {
        for (int i = 0; i < mine.size(); i++) {
            Rule my = mine.get(i);
            Rule was = before.get(my.id());
            if (theirs.containsKey(my.id()) || was != null && was.says(my)) {
                continue;
            }
            if (was != null) {
                clashes.add(my.id());
            }
            List<String> ids = rules.stream().map(Rule::id).toList();
            int at = 0;
            for (int j = i - 1; j >= 0 && at == 0; j--) {
                at = ids.indexOf(mine.get(j).id()) + 1;
            }
            rules.add(at, my);
        }
    }

    private static List<String> common(List<Rule> rules, List<Rule> others) {
        Map<String, Rule> there = byId(others);
        return rules.stream().map(Rule::id).filter(there::containsKey).toList();
    }

    private static Map<String, Rule> byId(List<Rule> rules) {
        return rules.stream().collect(Collectors.toMap(Rule::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
