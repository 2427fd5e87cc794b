package org.complaintdesk.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** What rounds of work cost, and the median of several. */
final class Measured {

    private Measured() {
    }

    /**
     * Does a round of work and adds to its own figures what the database and the machine spent meanwhile.
     *
     * @param work answers with its figures, "complaints" among them
     */
    static Map<String, Double> round(DurablePostgres postgres, Callable<Map<String, Double>> work) throws Exception {
        double cpu = postgres.cpuMillis();
        long log = postgres.logBytes();
        Machine.Ticks ticks = Machine.Ticks.now();
        Map<String, Double> figures = new LinkedHashMap<>(work.call());
        double complaints = figures.get("complaints");
        figures.put("per second", complaints / figures.get("seconds"));
        figures.put("JVM CPU ms each", figures.get("jvmCpuMillis") / complaints);
        figures.put("PostgreSQL CPU ms each", (postgres.cpuMillis() - cpu) / complaints);
        figures.put("CPU ms each", figures.get("JVM CPU ms each") + figures.get("PostgreSQL CPU ms each"));
        figures.put("log KB each", (postgres.logBytes() - log) / complaints / 1_000);
        figures.put("stolen %", Machine.Ticks.now().stolenSince(ticks));
        return figures;
    }

    /** @return the median of each figure, the lower one of two */
    static Map<String, Double> median(List<Map<String, Double>> rounds) {
        Map<String, Double> medians = new LinkedHashMap<>();
        for (String figure : new TreeSet<>(rounds.get(0).keySet())) {
            List<Double> sorted = rounds.stream().filter(round -> round.containsKey(figure))
                    .map(round -> round.get(figure)).sorted().toList();
            medians.put(figure, sorted.get((sorted.size() - 1) / 2));
        }
        return medians;
    }
}
