package org.complaintdesk.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.complaintdesk.platform.Wording;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords: no password is looked at before {@link #until}. The message says so to the person. */
class SignInThrottled extends AuthenticationException {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Instant until;

    private SignInThrottled(String message, Instant until) {
        super(message);
        this.until = until;
    }

    static SignInThrottled until(Instant until, Wording wording) {
        // Minutes are shown: the next whole one, at which it is certain to work.
        return new SignInThrottled(wording.text("sign-in.throttled", wording.moment(until.plus(MINUTE).minusMillis(1))), until);
    }

    static SignInThrottled busy(Instant now, Wording wording) {
        return new SignInThrottled(wording.text("sign-in.busy"), now.plusSeconds(10));
    }

    Instant until() {
        return until;
    }

    /** @return the header {@code Retry-After}: whole seconds, at least one */
    String retryAfter(Clock clock) {
        return String.valueOf(Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1));
    }

    /** Nobody needs to know where in the program that was. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
