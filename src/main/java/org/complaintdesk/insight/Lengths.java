package org.complaintdesk.insight;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long stays were, in classes: each begins at 1.41 times what the one before begins at, so what is said of them is right
 * to about a fifth, however many there are and whichever days are added up.
 */
final class Lengths {

    /** The class of a length in seconds, for the database; decimal logarithms of 100,000 rows would take it two seconds. */
    static final String CLASS = "floor(2 * ln(greatest(%s, 1)::float8) / ln(2::float8) + 1e-9)::smallint";

    private final TreeMap<Integer, OfClass> classes = new TreeMap<>();

    private record OfClass(long stays, long seconds, long longest) {

        OfClass and(OfClass more) {
            return new OfClass(stays + more.stays, seconds + more.seconds, Math.max(longest, more.longest));
        }

        Duration mean() {
            return Duration.ofSeconds(seconds / stays);
        }
    }

    /** @param longest the length of the longest of them, in seconds */
    void add(int ofClass, long stays, long seconds, long longest) {
        classes.merge(ofClass, new OfClass(stays, seconds, longest), OfClass::and);
    }

    long stays() {
        return classes.values().stream().mapToLong(OfClass::stays).sum();
    }

    Duration total() {
        return Duration.ofSeconds(classes.values().stream().mapToLong(OfClass::seconds).sum());
    }

    Duration longest() {
        return Duration.ofSeconds(classes.values().stream().mapToLong(OfClass::longest).max().orElse(0));
    }

    /** @return what this share of them did not exceed, about; zero when there are none */
    Duration quantile(double share) {
        long upTo = (long) Math.ceil(share * stays());
        long so = 0;
        for (Map.Entry<Integer, OfClass> one : classes.entrySet()) {
            so += one.getValue().stays();
            if (so >= upTo) {
                return one.getValue().mean();
            }
        }
        return Duration.ZERO;
    }

    /** @return how many were longer than that, about */
    long longerThan(Duration length) {
        return classes.values().stream().filter(one -> one.mean().compareTo(length) > 0).mapToLong(OfClass::stays).sum();
    }
}
