package org.complaintdesk.bench;

import static org.complaintdesk.bench.Contenders.CAMUNDA;
import static org.complaintdesk.bench.Contenders.DESK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@link SideBySideBenchmark} says about the targets of issue 7: the desk against bare Camunda with full history. */
record SideBySideVerdicts(Map<Contenders, Map<String, Double>> counts,
                          Map<Contenders, Map<Integer, List<Map<String, Double>>>> whole,
                          Map<Contenders, Map<Integer, List<Map<String, Double>>>> intake) {

    private static final int QUIET = 1;
    private static final int BUSY = 4;

    List<Verdict> all() {
        List<Verdict> verdicts = new ArrayList<>();
        if (counts.keySet().containsAll(List.of(CAMUNDA, DESK))) {
            counted(verdicts, "statements");
            counted(verdicts, "roundTrips");
            counted(verdicts, "writeCommits");
            verdicts.add(Verdict.atMost(1, "each message: write commits", counts.get(DESK).get("jobs writeCommits")
                    / Math.max(1, counts.get(DESK).get("messages")), 2));
        }
        for (int clients : List.of(QUIET, BUSY)) {
            compared(verdicts, clients);
        }
        return verdicts;
    }

    /** The desk's jobs are its messages, which are counted apart; the bare engine's job is part of its path. */
    private void counted(List<Verdict> verdicts, String what) {
        verdicts.add(Verdict.atMost(1, "whole complaint, without mails: " + what, counts.get(DESK).get("steps " + what),
                counts.get(CAMUNDA).get("steps " + what) + counts.get(CAMUNDA).get("jobs " + what)));
    }

    private void compared(List<Verdict> verdicts, int clients) {
        String suffix = clients == 1 ? ", 1 client" : ", %d clients".formatted(clients);
        if (has(whole, clients)) {
            Map<String, Double> ours = Measured.median(whole.get(DESK).get(clients));
            Map<String, Double> bare = Measured.median(whole.get(CAMUNDA).get(clients));
            verdicts.add(Verdict.atLeast(0.85, "whole complaint per second" + suffix,
                    ours.get("per second"), bare.get("per second")));
            verdicts.add(Verdict.atMost(1, "whole complaint, mails included: CPU ms" + suffix,
                    ours.get("CPU ms each"), bare.get("CPU ms each")));
            verdicts.add(Verdict.atMost(1, "whole complaint, mails included: log KB" + suffix,
                    ours.get("log KB each"), bare.get("log KB each")));
            verdicts.add(Verdict.atMost(1.3, "claim + complete, p50 ms" + suffix,
                    ours.get("p50 claim + complete"), bare.get("p50 claim + complete")));
            verdicts.add(Verdict.atMost(1.5, "claim + complete, p99 ms" + suffix,
                    ours.get("p99 claim + complete"), bare.get("p99 claim + complete")));
        }
        if (has(intake, clients)) {
            verdicts.add(Verdict.atLeast(0.7, "intake, accepted per second" + suffix, accepted(intake.get(DESK).get(clients)),
                    accepted(intake.get(CAMUNDA).get(clients))));
        }
    }

    private static boolean has(Map<Contenders, Map<Integer, List<Map<String, Double>>>> results, int clients) {
        return results.getOrDefault(DESK, Map.of()).containsKey(clients)
                && results.getOrDefault(CAMUNDA, Map.of()).containsKey(clients);
    }

    private static double accepted(List<Map<String, Double>> rounds) {
        Map<String, Double> median = Measured.median(rounds);
        return median.get("complaints") / median.get("secondsUntilClientsWereDone");
    }
}
