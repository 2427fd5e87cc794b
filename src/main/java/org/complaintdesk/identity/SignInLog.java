package org.complaintdesk.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.springframework.stereotype.Component;

/**
 * What of signing in is written down: each failure, when somebody begins to wait, and each sign-in; of programs, which sign
 * in with every request, one an hour from each address.
 */
@Component
class SignInLog {

    /** Stands for a name nobody has: people type their password there, and lines of the log cannot be taken back. */
    static final String NOBODY = "?";
    private static final Duration PROGRAMS_EVERY = Duration.ofHours(1);

    private final AuditLog audit;
    private final Cache<String, Boolean> programs = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(PROGRAMS_EVERY).build();

    SignInLog(AuditLog audit) {
        this.audit = audit;
    }

    /** @param waits whether this wrong password was the one that makes the next wait */
    void checked(String user, SignInDoor door, boolean right, boolean waits) {
        if (!right) {
            audit.recordApart(waits ? AuditEvent.SIGN_IN_THROTTLED : AuditEvent.SIGN_IN_FAILED, user, door.name().orElse("password asked again"));
        } else if (door.isForPrograms()) {
            programs.get(user + " " + door.address(), first -> signedIn(user, door.name().orElseThrow()));
        } else {
            door.name().ifPresent(name -> signedIn(user, name));
        }
    }

    /** @param how the application, or single sign-on */
    boolean signedIn(String user, String how) {
        audit.recordApart(AuditEvent.SIGNED_IN, user, how);
        return true;
    }

    void signedOut(String user) {
        audit.recordApart(AuditEvent.SIGNED_OUT, user, null);
    }

    void unlocked(String user) {
        audit.record(AuditEvent.UNLOCKED, user, null);
    }
}
