package org.complaintdesk.bench.contender;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.complaintdesk.support.SqlCounts;

/**
 * Takes orders for a contender from standard input until it ends: {@code whole CLIENTS COMPLAINTS}, {@code intake CLIENTS
 * COMPLAINTS}, {@code storm CASES}, and {@code count COMPLAINTS} where the database is listened to. Each is answered by one line
 * that begins with {@link #ANSWER}, or with {@link #FAILURE}; whatever else the process prints is for people.
 */
public final class Orders {

    public static final String READY = "BENCH READY";
    public static final String ANSWER = "BENCH FIGURES ";
    public static final String FAILURE = "BENCH FAILED ";

    private Orders() {
    }

    public static void serve(Contender contender) throws IOException {
        // Line by line at once, whatever the engine logs meanwhile.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println(READY);
        for (String order = in.readLine(); order != null; order = in.readLine()) {
            try {
                out.println(ANSWER + written(obey(contender, order.split(" "))));
            } catch (Exception e) {
                e.printStackTrace(out);
                out.println(FAILURE + e);
            }
        }
        contender.close();
    }

    private static Map<String, Double> obey(Contender contender, String[] order) throws Exception {
        int last = Integer.parseInt(order[order.length - 1]);
        return switch (order[0]) {
            case "whole" -> new Round(contender).whole(Integer.parseInt(order[1]), last);
            case "intake" -> new Round(contender).intake(Integer.parseInt(order[1]), last);
            case "storm" -> Map.of("seconds", contender.storm(last));
            case "count" -> counted(contender, last);
            default -> throw new IllegalArgumentException(String.join(" ", order));
        };
    }

    /**
     * One client, one complaint after the other. Its steps are counted, not how it finds its tasks; of other threads, the job
     * executor's among them, everything is, but apart what is done by the clock.
     */
    private static Map<String, Double> counted(Contender contender, int complaints) {
        SqlCounts steps = SqlCounts.ofThisThread();
        SqlCounts jobs = SqlCounts.ofOthers(thread -> !isBackground(thread));
        SqlCounts background = SqlCounts.ofOthers(Orders::isBackground);
        background.during(() -> jobs.during(() -> {
            for (int i = 0; i < complaints; i++) {
                contender.goesThrough(contender.starts((step, work) -> steps.during(work)), (step, work) -> steps.during(work));
            }
            Round.awaitQuiet(contender);
        }));
        Map<String, Double> figures = new LinkedHashMap<>();
        put(figures, "steps ", steps, complaints);
        put(figures, "jobs ", jobs, complaints);
        put(figures, "background ", background, complaints);
        return figures;
    }

    /** What Spring's scheduler does by the clock, so much a minute however many complaints there are. */
    private static boolean isBackground(Thread thread) {
        return thread.getName().startsWith("scheduling-");
    }

    private static void put(Map<String, Double> figures, String whose, SqlCounts sql, double complaints) {
        figures.put(whose + "statements", sql.statements() / complaints);
        figures.put(whose + "roundTrips", sql.roundTrips() / complaints);
        figures.put(whose + "commits", sql.commits() / complaints);
        figures.put(whose + "writeCommits", sql.writeCommits() / complaints);
    }

    private static String written(Map<String, Double> figures) {
        StringBuilder line = new StringBuilder();
        figures.forEach((name, value) -> line.append(name).append('=').append(value).append(';'));
        return line.toString();
    }
}
