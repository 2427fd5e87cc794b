package org.complaintdesk.compliance;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.complaintdesk.platform.DecisionTables;
import org.springframework.stereotype.Component;

/** The decision table {@code reply-compliance}. Its answers are remembered for a minute: the same few come again and again. */
@Component
class RuleBook {

    private static final String TABLE = "reply-compliance";
    private static final long REMEMBERED = Duration.ofMinutes(1).toNanos();

    private final DecisionTables tables;
    private volatile Answers answers = new Answers(System.nanoTime(), Map.of());

    RuleBook(DecisionTables tables) {
        this.tables = tables;
    }

    private record Answers(long since, Map<Signs, Judgement> known) {
    }

    Judgement judge(Signs signs) {
        Answers remembered = answers;
        if (remembered.known.isEmpty() || System.nanoTime() - remembered.since > REMEMBERED) {
            remembered = new Answers(System.nanoTime(), new ConcurrentHashMap<>());
            answers = remembered;
        }
        Judgement known = remembered.known.get(signs);
        if (known == null) {
            known = ask(signs);
            remembered.known.put(signs, known);
        }
        return known;
    }

    private Judgement ask(Signs signs) {
        List<Map<String, Object>> rules = tables.evaluate(TABLE, new HashMap<>(signs.inputs()));
        if (rules.isEmpty()) {
            throw new IllegalStateException("No rule of the decision table " + TABLE + " applies to " + signs);
        }
        return new Judgement(Verdict.valueOf(String.valueOf(rules.get(0).get("verdict"))),
                String.valueOf(rules.get(0).get("rule")));
    }
}
