package org.complaintdesk.volume;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long something took, again and again. */
final class Times {

    private static final double MILLION = 1e6;
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    /** What is timed. */
    interface Work {
        void run() throws Exception;
    }

    void time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        nanos.add(System.nanoTime() - start);
    }

    /** @return milliseconds that so many in a hundred took at most; 0 when nothing was timed */
    double percentile(int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / MILLION;
    }
}
