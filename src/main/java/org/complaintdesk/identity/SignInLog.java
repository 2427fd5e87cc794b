package org.complaintdesk.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What of signing in is written down: each failure, when somebody begins to wait, and each sign-in; of programs, which sign
 * in with every request, one an hour.
 */
@Component
class SignInLog {

    private static final Logger LOG = LoggerFactory.getLogger(SignInLog.class);
    private static final Duration PROGRAMS_EVERY = Duration.ofHours(1);

    private final Cache<String, Boolean> programs = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(PROGRAMS_EVERY).build();

    void checked(String user, SignInDoor door, boolean right, boolean waits) {
        LOG.debug("{} {} {} {}", user, door, right, waits);
    }

    void signedOut(String user, String how) {
        LOG.debug("{} {}", user, how);
    }

    void unlocked(String user) {
        LOG.debug("{}", user);
    }
}
