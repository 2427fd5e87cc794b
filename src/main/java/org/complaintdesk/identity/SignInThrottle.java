package org.complaintdesk.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.Wording;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who has to wait after wrong passwords. Counted by person and address together, so that a stranger who guesses keeps
 * himself out and not the colleague; besides by address, for whoever tries many people, and by person, for whoever guesses
 * from many addresses. These two do not concern people at an address from which they have signed in lately. Every wait
 * ends by itself, after a quarter of an hour at the longest. All nodes count together.
 */
@Component
public class SignInThrottle {

    /** A flood is answered from memory; what a supervisor lifts at another node counts here after so long. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final SignInCounts counts;
    private final Wording wording;
    private final Clock clock;
    private final Cache<Attempt, Instant> waiting = Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(REMEMBERED).build();

    SignInThrottle(SignInCounts counts, Wording wording, Clock clock) {
        this.counts = counts;
        this.wording = wording;
        this.clock = clock;
    }

    /** Who is tried, and from where. */
    record Attempt(String person, String address) {

        private static final int LONGEST = 64;

        Attempt {
            person = CleanText.cut(person, LONGEST);
            address = CleanText.cut(address, LONGEST);
        }
    }

    /**
     * An attempt that counts as a failure for now.
     *
     * @param waits whether the next one has to wait if this one fails
     */
    record Begun(Attempt attempt, boolean known, boolean waits) {
    }

    /** @return whose sign-in waits right now, the longest wait first; at most a thousand */
    public List<Throttled> now() {
        return counts.waiting(clock.instant());
    }

    /**
     * Ends the person's waits, and those of the addresses where he or she was tried: the one who asks for it sits at one
     * of them. The caller has checked who may do that.
     */
    public void lift(String user) {
        counts.forget(user);
        waiting.invalidateAll();
    }

    /**
     * Before a password is looked at. The attempt counts as a failure until {@link #succeeded} or {@link #takeBack}, so
     * that many at the same moment are not one.
     *
     * @throws SignInThrottled when it is not to be looked at
     */
    Begun begin(Attempt attempt) {
        Instant now = clock.instant();
        Instant remembered = waiting.getIfPresent(attempt);
        if (remembered != null && remembered.isAfter(now)) {
            throw SignInThrottled.until(remembered, wording);
        }
        SignInCounts.State state = counts.state(attempt, now);
        if (state.until() != null) {
            throw refused(attempt, state.until());
        }
        SignInCounts.Counted counted = counts.count(attempt, state.known(), now);
        if (!counted.admitted()) {
            throw refused(attempt, now.plus(REMEMBERED));
        }
        return new Begun(attempt, state.known(), counted.waits());
    }

    private SignInThrottled refused(Attempt attempt, Instant until) {
        waiting.put(attempt, until);
        return SignInThrottled.until(until, wording);
    }

    /** The password was right: nothing is held against this person here, who is at home at this address from now on. */
    void succeeded(Begun begun) {
        if (!begun.known()) {
            counts.takeBack(begun.attempt(), false);
        }
        counts.settle(begun.attempt(), clock.instant());
    }

    /** The password was not looked at after all. */
    void takeBack(Begun begun) {
        counts.takeBack(begun.attempt(), begun.known());
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void tidy() {
        counts.tidy(clock.instant());
    }
}
