package org.complaintdesk.support;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What is said to a database while something is done: statements (each row of a batch is one), round trips (a batch is one;
 * those of commits are not among them), commits of transactions in which anything was said, and of those the ones that
 * wrote, which wait for the disk. Only what goes through a {@link #watched} data source is heard. Whether a statement wrote
 * is read from its text and from the number of rows, where the driver tells it at once.
 */
public final class SqlCounts {

    private static final Set<SqlCounts> LISTENING = new CopyOnWriteArraySet<>();

    /** @param times how often it was executed, each row of a batch counted */
    public record Said(String text, long times) {
    }

    private final Predicate<Thread> heard;
    private final LongAdder statements = new LongAdder();
    private final LongAdder roundTrips = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder writeCommits = new LongAdder();
    private final LongAdder rollbacks = new LongAdder();
    private final Map<String, LongAdder> texts = new ConcurrentHashMap<>();

    private SqlCounts(Predicate<Thread> heard) {
        this.heard = heard;
    }

    /** Hears the calling thread only, whatever others do meanwhile. */
    public static SqlCounts ofThisThread() {
        return new SqlCounts(Predicate.isEqual(Thread.currentThread()));
    }

    /** Hears those of all other threads that are wanted. */
    public static SqlCounts ofOthers(Predicate<Thread> wanted) {
        Thread own = Thread.currentThread();
        return new SqlCounts(thread -> thread != own && wanted.test(thread));
    }

    /** @return the same data source, heard by whoever listens */
    public static DataSource watched(DataSource source) {
        return WatchedSql.dataSource(source);
    }

    /** Listens while this is done; what is done later is added. */
    public <T> T during(Supplier<T> work) {
        LISTENING.add(this);
        try {
            return work.get();
        } finally {
            LISTENING.remove(this);
        }
    }

    public void during(Runnable work) {
        during(() -> {
            work.run();
            return null;
        });
    }

    public long statements() {
        return statements.sum();
    }

    public long roundTrips() {
        return roundTrips.sum();
    }

    public long commits() {
        return commits.sum();
    }

    public long writeCommits() {
        return writeCommits.sum();
    }

    public long rollbacks() {
        return rollbacks.sum();
    }

    /** @return what was said, most often said first */
    public List<Said> texts() {
        return texts.entrySet().stream().map(entry -> new Said(entry.getKey(), entry.getValue().sum()))
                .sorted(Comparator.comparing(Said::times).reversed().thenComparing(Said::text)).toList();
    }

    static void said(List<String> batch) {
        tell(counts -> {
            counts.roundTrips.increment();
            counts.statements.add(batch.size());
            batch.forEach(text -> counts.texts.computeIfAbsent(text, first -> new LongAdder()).increment());
        });
    }

    static void committed(boolean wrote) {
        tell(counts -> {
            counts.commits.increment();
            if (wrote) {
                counts.writeCommits.increment();
            }
        });
    }

    static void rolledBack() {
        tell(counts -> counts.rollbacks.increment());
    }

    private static void tell(Consumer<SqlCounts> news) {
        for (SqlCounts counts : LISTENING) {
            if (counts.heard.test(Thread.currentThread())) {
                news.accept(counts);
            }
        }
    }

    @Override
    public String toString() {
        return "%d statements in %d round trips, %d commits of which %d wrote".formatted(statements(), roundTrips(), commits(),
                writeCommits());
    }
}
