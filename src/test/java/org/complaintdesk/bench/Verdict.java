package org.complaintdesk.bench;

/**
 * One figure beside what it is held against.
 *
 * @param what   the work and the figure, in a few words
 * @param ours   what was measured of the desk
 * @param beside what was measured beside it in the same run, or the number it is held against
 * @param target what the ratio of ours to beside has to be
 * @param most   true when the ratio may be at most the target, false when it has to be at least that
 */
public record Verdict(String what, double ours, double beside, double target, boolean most) {

    public static Verdict atMost(double target, String what, double ours, double beside) {
        return new Verdict(what, ours, beside, target, true);
    }

    public static Verdict atLeast(double target, String what, double ours, double beside) {
        return new Verdict(what, ours, beside, target, false);
    }

    public double ratio() {
        return beside == 0 ? Double.NaN : ours / beside;
    }

    public boolean met() {
        return most ? ratio() <= target : ratio() >= target;
    }
}
