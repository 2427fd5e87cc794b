package org.complaintdesk.bench.contender;

/** Something that can live through one complaint from its start to its end. */
public interface Contender extends AutoCloseable {

    /** What happens around each step. */
    @FunctionalInterface
    interface Watch {

        void step(String name, Runnable step);
    }

    /** Starts one. @return what it is known by */
    String starts(Watch watch);

    /** Claims and completes all tasks of one that was started; what it does in jobs may still be to do. */
    void goesThrough(String key, Watch watch);

    /** @return whether nothing is left to do in jobs at once */
    boolean isQuiet();

    /** @return how often somebody had to do a step again because others changed the same */
    default long again() {
        return 0;
    }

    /**
     * Starts so many, lets a timer of each be due at once, and works them off.
     *
     * @return seconds for the last part
     */
    default double storm(int cases) {
        throw new UnsupportedOperationException();
    }

    @Override
    void close();
}
