package org.complaintdesk.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of {@link SideBySideBenchmark}: counts, rates, steps, and the rounds behind the medians. */
record SideBySideReport(List<Contenders> contenders, Map<Contenders, Map<String, Double>> counts,
                        Map<Contenders, Map<Integer, List<Map<String, Double>>>> whole,
                        Map<Contenders, Map<Integer, List<Map<String, Double>>>> intake, Map<Integer, List<Double>> limit) {

    String written(int complaints, int taken, int rounds) throws IOException {
        StringBuilder report = new StringBuilder("# The desk beside bare engines\n\n");
        Machine.described().forEach((what, is) -> report.append("- %s: %s%n".formatted(what, is)));
        counts(report);
        rates(report, "A whole complaint, %d in each of %d rounds".formatted(complaints, rounds), whole);
        rates(report, "Intake alone, %d in each of %d rounds".formatted(taken, rounds), intake);
        if (!limit.isEmpty()) {
            report.append("\npgbench, one insert and its commit, per second: %s%n".formatted(new TreeMap<>(limit)));
        }
        return report.append(steps()).toString();
    }

    private void counts(StringBuilder report) {
        report.append("""

                ## What one complaint costs, counted

                One client, one complaint after the other, job executor at work. Steps: what people ask for, without looking up
                their tasks. Jobs: what other threads said, the job executor's acquisitions included; the desk's mails are there.

                | | statements in steps | in jobs | round trips in steps | in jobs | write commits in steps | in jobs | messages | mails |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        counts.forEach((contender, figures) -> report.append("| %s | %s |%n".formatted(contender.title(),
                List.of("steps statements", "jobs statements", "steps roundTrips", "jobs roundTrips", "steps writeCommits",
                        "jobs writeCommits", "messages", "mails").stream().map(name -> "%.1f".formatted(figures.get(name)))
                        .collect(Collectors.joining(" | ")))));
    }

    private void rates(StringBuilder report, String title, Map<Contenders, Map<Integer, List<Map<String, Double>>>> results) {
        report.append("""

                ## %s

                Medians. Log with the images of pages that come after checkpoints.

                | | clients | per second | of bare Camunda | all rounds | JVM CPU ms each | PostgreSQL CPU ms each | log KB each | again | stolen %% |
                |---|--:|--:|--:|---|--:|--:|--:|--:|--:|
                """.formatted(title));
        results.forEach((contender, byClients) -> byClients.forEach((clients, rounds) -> {
            Map<String, Double> median = Measured.median(rounds);
            Map<Integer, List<Map<String, Double>>> bare = results.get(Contenders.CAMUNDA);
            String ratio = bare == null || !bare.containsKey(clients) ? "–"
                    : "%.2f".formatted(median.get("per second") / Measured.median(bare.get(clients)).get("per second"));
            report.append("| %s | %d | %.1f | %s | %s | %.1f | %.1f | %.0f | %.0f | %.1f |%n".formatted(contender.title(), clients,
                    median.get("per second"), ratio, rounds.stream().map(round -> "%.1f".formatted(round.get("per second")))
                            .collect(Collectors.joining(", ")), median.get("JVM CPU ms each"), median.get("PostgreSQL CPU ms each"),
                    median.get("log KB each"), median.get("again"), median.get("stolen %")));
        }));
    }

    private String steps() {
        StringBuilder report = new StringBuilder("\n## Steps\n\np50 and p99 in milliseconds, the median of the rounds.\n\n"
                + "| | clients | step | p50 | p99 |\n|---|--:|---|--:|--:|\n");
        for (Contenders contender : contenders) {
            whole.getOrDefault(contender, Map.of()).forEach((clients, rounds) -> {
                Map<String, Double> median = Measured.median(rounds);
                median.keySet().stream().filter(name -> name.startsWith("p50 ")).map(name -> name.substring(4)).sorted()
                        .forEach(step -> report.append("| %s | %d | %s | %.1f | %.1f |%n".formatted(contender.title(), clients, step,
                                median.get("p50 " + step), median.get("p99 " + step))));
            });
        }
        return report.toString();
    }
}
