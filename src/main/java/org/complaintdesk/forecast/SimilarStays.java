package org.complaintdesk.forecast;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Stays of finished cases that were in the same situation. What they say is plain counting, so that it can be explained:
 * of those that had stayed at least as long as this case has, how many needed more than it has left.
 */
final class SimilarStays {

    /** With fewer nothing is said. */
    static final int AT_LEAST = 20;

    private static final double WORTH_KNOWING = 0.02;
    private static final double SHRUNK = 0.9;

    private final long[] stayed;
    private final long[] needed;

    SimilarStays(Collection<Stay> stays) {
        List<Stay> sorted = stays.stream().sorted(Comparator.comparing(Stay::stayed)).toList();
        stayed = sorted.stream().mapToLong(stay -> stay.stayed().toMillis()).toArray();
        needed = sorted.stream().mapToLong(stay -> stay.needed().toMillis()).toArray();
    }

    int size() {
        return stayed.length;
    }

    /**
     * @param spent how long the case has been in the stage
     * @param left  until its due moment; negative when that is past
     * @return empty when fewer than {@value #AT_LEAST} stayed as long
     */
    Optional<Estimate> lastingAsLong(Duration spent, Duration left) {
        int first = firstLasting(spent.toMillis());
        if (size() - first < AT_LEAST) {
            return Optional.empty();
        }
        Rest rest = new Rest(first, spent.toMillis(), left.toMillis());
        return Optional.of(rest.estimate(false, goodFor(rest, first)));
    }

    /**
     * For a case that has stayed longer than nearly all: the {@value #AT_LEAST} that stayed longest, as if it had stayed
     * just so long.
     *
     * @return empty when there are fewer
     */
    Optional<Estimate> lastingLongest(Duration spent, Duration left) {
        int first = size() - AT_LEAST;
        if (first < 0) {
            return Optional.empty();
        }
        Rest rest = new Rest(first, Math.min(spent.toMillis(), stayed[first]), left.toMillis());
        return Optional.of(rest.estimate(true, untilNextIsLate(rest)));
    }

    private int firstLasting(long spent) {
        int low = 0;
        int high = stayed.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stayed[middle] < spent) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** While the clock runs, what was spent grows as what is left shrinks: only who still counts can change. */
    private Duration goodFor(Rest rest, int first) {
        int late = rest.late();
        int count = size() - first;
        double chance = (double) late / count;
        for (int passed = first; passed < size(); passed++) {
            late -= rest.isLate(passed) ? 1 : 0;
            int still = size() - passed - 1;
            if (still < AT_LEAST || still <= SHRUNK * count || Math.abs((double) late / still - chance) >= WORTH_KNOWING) {
                return Duration.ofMillis(stayed[passed] - rest.spent + 1);
            }
        }
        return null;
    }

    private static Duration untilNextIsLate(Rest rest) {
        return Arrays.stream(rest.times).filter(time -> time <= rest.left).max().stream()
                .mapToObj(time -> Duration.ofMillis(rest.left - time + 1)).findFirst().orElse(null);
    }

    /** What those from a place on needed from there, shortest first. */
    private final class Rest {

        private final long spent;
        private final long left;
        private final long[] times;

        Rest(int first, long spent, long left) {
            this.spent = spent;
            this.left = left;
            times = Arrays.copyOfRange(needed, first, needed.length);
            for (int i = 0; i < times.length; i++) {
                times[i] -= spent;
            }
            Arrays.sort(times);
        }

        boolean isLate(int place) {
            return needed[place] - spent > left;
        }

        int late() {
            return (int) Arrays.stream(times).filter(time -> time > left).count();
        }

        /** @return what was really needed by one of them, so that at least this share needed no more */
        Duration quantile(double share) {
            return Duration.ofMillis(times[(int) Math.ceil(share * times.length) - 1]);
        }

        Estimate estimate(boolean longest, Duration goodFor) {
            return new Estimate(times.length, late(), longest, quantile(0.5), quantile(0.8), goodFor);
        }
    }
}
