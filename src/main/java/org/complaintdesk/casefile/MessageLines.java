package org.complaintdesk.casefile;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdates.View;
import org.complaintdesk.update.Deliveries.Failing;
import org.complaintdesk.update.Route;
import org.complaintdesk.update.UpdateState;
import org.springframework.stereotype.Component;

/** The messages of a case as staff read them: what was said, and what has become of it. */
@Component
class MessageLines {

    private final Staff staff;
    private final Wording wording;

    MessageLines(Staff staff, Wording wording) {
        this.staff = staff;
        this.wording = wording;
    }

    MessageLine of(View message) {
        return new MessageLine(message.key(), message.subject(), state(message), late(message), message.at(),
                message.recipient(), message.text(), remarks(message), message.isResendable(), message.isCorrectable(),
                message.audience() == Audience.CUSTOMER);
    }

    private String state(View message) {
        if (message.failing() != null) {
            return wording.text(message.failing().next() == null ? "messages.stopped" : "messages.failing",
                    message.failing().attempts());
        }
        if (message.state() == UpdateState.PENDING && message.route() != null) {
            return wording.text("messages.pending." + message.route(), wording.moment(message.waitUntil()));
        }
        boolean toTell = message.state() == UpdateState.BOUNCED && message.route() == Route.TELL;
        return toTell ? wording.text("messages.bounced.TELL") : wording.of(message.state());
    }

    private static boolean late(View message) {
        return message.failing() != null || message.state() == UpdateState.BOUNCED || message.state() == UpdateState.REJECTED;
    }

    private List<String> remarks(View message) {
        return Stream.of(
                        message.waitReason() == null ? null : wording.text("messages.why", wording.of(message.waitReason())),
                        failing(message.failing()),
                        message.delay() == null ? null : wording.text("messages.delayed", message.delay()),
                        message.rejection() == null ? null : wording.text("messages.rejection", message.rejection()),
                        message.via() == null ? null
                                : wording.text("messages.told", wording.of(message.via()), name(message.by())),
                        message.note() == null || message.note().isEmpty() ? null : wording.text("messages.note", message.note()),
                        message.bundled() ? wording.text("messages.bundled") : null,
                        message.saidIn() == null ? null : wording.text("messages.said-in", message.saidIn()),
                        resent(message))
                .filter(Objects::nonNull).toList();
    }

    private String failing(Failing failing) {
        if (failing == null) {
            return null;
        }
        return failing.next() == null ? wording.text("messages.error", failing.lastError())
                : wording.text("messages.error.next", failing.lastError(), wording.moment(failing.next()));
    }

    private String resent(View message) {
        if (message.resentBy() == null) {
            return null;
        }
        return wording.text(message.resendOf() == null ? "messages.readdressed" : "messages.resent",
                name(message.resentBy()));
    }

    private String name(String person) {
        return person == null ? wording.text("cases.who.system") : staff.displayName(person);
    }
}
