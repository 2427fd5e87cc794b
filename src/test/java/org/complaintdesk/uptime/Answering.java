package org.complaintdesk.uptime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.complaintdesk.support.PackagedDesk;

/** Asks a desk all the time whether it is well, and for a list as an agent would. */
final class Answering implements AutoCloseable {

    private static final long OFTEN = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long AT_TIMES = TimeUnit.SECONDS.toNanos(3);

    private final ExecutorService asking = Executors.newFixedThreadPool(2);
    private final List<Double> health = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> list = Collections.synchronizedList(new ArrayList<>());
    private volatile int refusals;

    private Answering() {
    }

    static Answering of(PackagedDesk desk) {
        Answering answering = new Answering();
        answering.asking.submit(() -> answering.ask(desk, "/actuator/health/readiness", OFTEN, answering.health));
        answering.asking.submit(() -> answering.ask(desk, "/api/complaints?overdue=true&size=20", AT_TIMES, answering.list));
        return answering;
    }

    private void ask(PackagedDesk desk, String path, long pause, List<Double> milliseconds) {
        while (!Thread.currentThread().isInterrupted()) {
            long start = System.nanoTime();
            try {
                if (desk.get(path).statusCode() != 200) {
                    refusals++;
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                refusals++;
            }
            milliseconds.add((System.nanoTime() - start) / 1e6);
            LockSupport.parkNanos(pause);
        }
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("readiness ms median, 95 %, worst", figure(health));
        figures.put("list of overdue cases ms median, 95 %, worst", figure(list));
        figures.put("answers other than 200", refusals);
        return figures;
    }

    private static String figure(List<Double> milliseconds) {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        return sorted.isEmpty() ? "-" : "%.0f, %.0f, %.0f".formatted(sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.95)), sorted.get(sorted.size() - 1));
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
