package org.complaintdesk.update;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.roster.Roster;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices to one colleague that go out in one mail: what comes after the first few within some minutes, and reminders of the
 * night. A bundle is an update of its own, delivered like any other; until its time has come notices join it. Who joins keeps
 * it open until the end of the transaction, and it is closed under a lock, so nothing joins a bundle that has gone.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Bundles {

    private final Updates updates;
    private final BundleLetter letter;
    private final MessageIds messages;
    private final NewUpdates begun;
    private final Roster roster;
    private final Restraint restraint;
    private final Wording wording;
    private final DeskProperties desk;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Bundles(Updates updates, BundleLetter letter, MessageIds messages, NewUpdates begun, Roster roster, Restraint restraint,
            Wording wording, DeskProperties desk, Clock clock, ApplicationEventPublisher events) {
        this.updates = updates;
        this.letter = letter;
        this.messages = messages;
        this.begun = begun;
        this.roster = roster;
        this.restraint = restraint;
        this.wording = wording;
        this.desk = desk;
        this.clock = clock;
        this.events = events;
    }

    /** @return whether the notice goes out in a bundle and needs no delivery of its own */
    boolean take(CustomerUpdate notice, StaffNotice kind) {
        if (notice.colleague() == null) {
            return false;
        }
        Instant now = clock.instant();
        Optional<Instant> morning = kind.mayWait() ? roster.quietUntil(notice.colleague(), now) : Optional.empty();
        if (morning.isPresent()) {
            notice.joins(open(notice, WaitReason.QUIET_HOURS, morning.get()));
            return true;
        }
        CustomerUpdate open = updates.openBundle(notice.colleague(), WaitReason.BUNDLED, CustomerUpdate.BUNDLE);
        if (open == null && isBurst(notice.colleague(), now)) {
            open = open(notice, WaitReason.BUNDLED, now.plus(restraint.noticesWithin()));
        }
        if (open != null) {
            notice.joins(open);
        }
        return open != null;
    }

    /** @return the update as its delivery goes on with it: a bundle whose time has come is closed and worded */
    public CustomerUpdate ready(String key) {
        CustomerUpdate update = begun.beginning(key).orElseGet(() -> updates.byKey(key));
        if (!isDue(update)) {
            return update;
        }
        CustomerUpdate bundle = updates.lock(key);
        updates.leaveOutOvertaken(key);
        BundleLetter.Words words = letter.of(bundle);
        bundle.closed(words.subject(), words.body());
        return bundle;
    }

    /** What has become of the update becomes of whatever is said with it. */
    public void settle(CustomerUpdate update) {
        if (update.isBundle()) {
            updates.shareFate(update.key(), CustomerUpdate.BUNDLE);
        }
    }

    private CustomerUpdate open(CustomerUpdate notice, WaitReason reason, Instant until) {
        CustomerUpdate open = updates.openBundle(notice.colleague(), reason, CustomerUpdate.BUNDLE);
        while (open == null) {
            String number = CaseKind.severalOn(clock.instant().atZone(desk.zone()).toLocalDate());
            String key = number + "/" + CustomerUpdate.BUNDLE + "/" + UUID.randomUUID();
            boolean begun = updates.beginBundle(key, number, CustomerUpdate.BUNDLE, notice.recipient(), letter.title(), messages.of(key),
                    notice.colleague(), until, reason, clock.instant());
            open = updates.openBundle(notice.colleague(), reason, CustomerUpdate.BUNDLE);
            if (begun) {
                events.publishEvent(new UpdateReady(key, number));
            }
        }
        return open;
    }

    private boolean isBurst(String colleague, Instant now) {
        int most = restraint.noticesAtOnce();
        return updates.noticesSince(colleague, now.minus(restraint.noticesWithin()), CustomerUpdate.BUNDLE, most) >= most;
    }

    private boolean isDue(CustomerUpdate update) {
        return update.isGathering() && !clock.instant().isBefore(update.waitUntil());
    }
}
