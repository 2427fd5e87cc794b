package org.complaintdesk.bench.contender;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** So many complaints by so many clients at once, and how long each step took. */
public final class Round {

    private static final long POLL_MILLIS = 20;
    private static final long LONGEST_MINUTES = 30;

    private final Contender contender;
    private final Map<String, List<Long>> nanos = new ConcurrentHashMap<>();
    private final ThreadLocal<Long> claimed = ThreadLocal.withInitial(() -> 0L);

    public Round(Contender contender) {
        this.contender = contender;
    }

    /** Whole complaints until nothing is left to do, jobs included. */
    public Map<String, Double> whole(int clients, int complaints) throws Exception {
        return measured(clients, complaints, watch -> contender.goesThrough(contender.starts(watch), watch));
    }

    /** Only starts them; they stay open. */
    public Map<String, Double> intake(int clients, int complaints) throws Exception {
        return measured(clients, complaints, contender::starts);
    }

    private Map<String, Double> measured(int clients, int complaints, Consumer<Contender.Watch> work) throws Exception {
        long again = contender.again();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        run(clients, complaints, work);
        double asked = (System.nanoTime() - start) / 1e9;
        awaitQuiet(contender);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("complaints", (double) complaints);
        figures.put("seconds", seconds);
        figures.put("secondsUntilClientsWereDone", asked);
        figures.put("jvmCpuMillis", (cpuNanos() - cpu) / 1e6);
        figures.put("again", (double) contender.again() - again);
        new TreeMap<>(nanos).forEach((step, all) -> {
            List<Long> sorted = new ArrayList<>(all);
            Collections.sort(sorted);
            figures.put("p50 " + step, percentile(sorted, 50));
            figures.put("p99 " + step, percentile(sorted, 99));
        });
        return figures;
    }

    private void run(int clients, int complaints, Consumer<Contender.Watch> work) throws Exception {
        AtomicInteger left = new AtomicInteger(complaints);
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(pool.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        work.accept(this::timed);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(LONGEST_MINUTES, TimeUnit.MINUTES);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Waits until nothing is left to do in jobs. */
    static void awaitQuiet(Contender contender) {
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
        while (!contender.isQuiet()) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("Jobs are still waiting after " + LONGEST_MINUTES + " minutes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
        }
    }

    /** Beside its own name each claim and completion counts as part of one "claim + complete". */
    private void timed(String step, Runnable work) {
        long start = System.nanoTime();
        work.run();
        long took = System.nanoTime() - start;
        note(step, took);
        if (step.startsWith("claim ")) {
            claimed.set(took);
        } else if (step.startsWith("complete ")) {
            note("claim + complete", claimed.get() + took);
        }
    }

    private void note(String step, long took) {
        nanos.computeIfAbsent(step, first -> Collections.synchronizedList(new ArrayList<>())).add(took);
    }

    /** @return milliseconds */
    private static double percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
