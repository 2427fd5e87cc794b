package org.complaintdesk.forecast;

/** How much the chance of a breach counts in the order of work. */
public enum Risk {
    /** Nothing is known. */
    UNKNOWN(0),
    /** Less than one in four. */
    LOW(0),
    /** One in four or more. */
    RAISED(5),
    /** One in two or more. */
    HIGH(10),
    /** Three in four or more. */
    VERY_HIGH(15);

    private static final double BANDS = 4;

    private final int raise;

    Risk(int raise) {
        this.raise = raise;
    }

    /** @param chance 0 to 1; null when nothing is known */
    static Risk of(Double chance) {
        return chance == null ? UNKNOWN : values()[1 + (int) Math.min(chance * BANDS, BANDS - 1)];
    }

    /** @return by how much the case's tasks go up in priority, of 100 */
    public int raise() {
        return raise;
    }
}
