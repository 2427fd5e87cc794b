package org.complaintdesk.intake.mailbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.UUID;
import org.complaintdesk.platform.Wording;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads the mailbox while the application runs, when there is one. */
@Component
class MailboxLifecycle implements SmartLifecycle {

    private final MailboxProperties settings;
    private final Look look;
    private final ReaderTurn turn;
    private final Comparison comparison;
    private final Wording wording;
    private final Clock clock;
    private MailboxReader reader;

    MailboxLifecycle(MailboxProperties settings, Look look, ReaderTurn turn, Comparison comparison, Wording wording, Clock clock) {
        this.settings = settings;
        this.look = look;
        this.turn = turn;
        this.comparison = comparison;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (settings.isOn()) {
            reader = new MailboxReader(settings, node(), look, turn, comparison, wording, clock);
            reader.start();
        } else {
            comparison.forgetOldMail(settings);
        }
    }

    private static String node() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        try {
            return InetAddress.getLocalHost().getHostName() + "-" + unique;
        } catch (UnknownHostException e) {
            return unique;
        }
    }

    @Override
    public synchronized void stop() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return reader != null;
    }
}
