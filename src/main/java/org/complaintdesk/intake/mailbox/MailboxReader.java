package org.complaintdesk.intake.mailbox;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox for as long as this node has the turn: waits for the server to tell, looks at least so often anyway,
 * and after a failure connects anew, later each time.
 */
class MailboxReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);
    private static final Duration LONGEST_BREAK = Duration.ofMinutes(5);
    private static final int PROBLEM_LENGTH = 500;

    private final MailboxProperties settings;
    private final String node;
    private final Look look;
    private final ReaderTurn turn;
    private final Comparison comparison;
    private final Wording wording;
    private final Clock clock;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "mailbox");
        thread.setDaemon(true);
        return thread;
    });

    private volatile Inbox inbox;
    private int failures;

    MailboxReader(MailboxProperties settings, String node, Look look, ReaderTurn turn, Comparison comparison,
                  Wording wording, Clock clock) {
        this.settings = settings;
        this.node = node;
        this.look = look;
        this.turn = turn;
        this.comparison = comparison;
        this.wording = wording;
        this.clock = clock;
    }

    void start() {
        again(Duration.ZERO);
    }

    private void again(Duration later) {
        try {
            threads.schedule(this::round, later.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The mailbox is no longer read");
        }
    }

    private void round() {
        Duration pause;
        try {
            pause = read();
            failures = 0;
        } catch (MessagingException | RuntimeException e) {
            // The loop must outlive any failure of server or database; the failure is shown on the page of the mailbox.
            pause = failed(e);
        }
        again(pause);
    }

    /** @return how long to wait before the next round */
    private Duration read() throws MessagingException {
        if (!turn.take(settings.name(), node, settings.lookEvery().multipliedBy(3))) {
            disconnect();
            return settings.lookEvery();
        }
        if (inbox == null) {
            inbox = Inbox.open(settings);
            LOG.info("Reading the mailbox {}", settings.name());
        }
        int unreadable = look.at(inbox, settings);
        boolean idle = inbox.canWait();
        turn.looked(settings.name(), clock.instant(), idle, unreadable == 0 ? null : wording.text("mailbox.unreadable", unreadable));
        compareWhenDue();
        if (!idle) {
            return settings.lookEvery();
        }
        Future<?> alarm = threads.schedule(this::wake, settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
        try {
            inbox.await();
        } finally {
            alarm.cancel(false);
        }
        return Duration.ZERO;
    }

    private void compareWhenDue() throws MessagingException {
        Instant last = turn.of(settings.name()).map(ReaderTurn.Reading::comparedAt).orElse(null);
        if (last == null || !last.plus(settings.compareEvery()).isAfter(clock.instant())) {
            comparison.compare(settings, inbox);
            comparison.forgetOldMail(settings);
        }
    }

    private void wake() {
        Inbox open = inbox;
        try {
            if (open != null) {
                open.wake();
            }
        } catch (MessagingException | RuntimeException e) {
            // The round that waits notices by itself; without a connection there is nothing to wait for.
            open.close();
        }
    }

    private Duration failed(Exception failure) {
        disconnect();
        failures++;
        String problem = CleanText.cut(String.valueOf(failure.getMessage()), PROBLEM_LENGTH);
        if (!threads.isShutdown()) {
            LOG.warn("The mailbox {} cannot be read: {}", settings.name(), problem);
            try {
                turn.failed(settings.name(), clock.instant(), problem);
            } catch (RuntimeException e) {
                LOG.warn("Nor can that be noted: {}", e.getMessage());
            }
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(failures, 8));
        return pause.compareTo(LONGEST_BREAK) > 0 ? LONGEST_BREAK : pause;
    }

    private void disconnect() {
        if (inbox != null) {
            inbox.close();
            inbox = null;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        Inbox open = inbox;
        if (open != null) {
            open.close();
        }
        turn.giveUp(settings.name(), node);
    }
}
