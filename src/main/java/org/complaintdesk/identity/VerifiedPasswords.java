package org.complaintdesk.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Passwords that were right a moment ago, so that a program's next request does not cost a strong hash again. Kept in
 * memory only, under a keyed hash whose key dies with this node, and good only while the stored hash is the one they were
 * compared with: a changed password or a removed user counts at once, at every node.
 *
 * <p>A program's first calls come at the same moment, and none is known yet. One of them is looked at while the others wait
 * for it, or their number would look like guessing. What was not right helps nobody: then each is looked at, and counts.
 */
@Component
class VerifiedPasswords {

    private static final Duration KEPT = Duration.ofMinutes(1);
    /** As long as a password may wait to be looked at. */
    private static final long PATIENCE_SECONDS = 10;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Cache<String, String> hashes = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();
    private final Map<String, CountDownLatch> underWay = new ConcurrentHashMap<>();
    private final SecretKeySpec key;

    VerifiedPasswords() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /**
     * @param stored the hash the engine keeps now, null when there is no such user
     * @param check  looks at the password itself
     */
    boolean isRight(String user, String password, Supplier<String> stored, BooleanSupplier check) {
        String credentials = hidden(user, password);
        if (isRemembered(credentials, stored)) {
            return true;
        }
        CountDownLatch mine = new CountDownLatch(1);
        CountDownLatch first = underWay.putIfAbsent(credentials, mine);
        try {
            if (first != null) {
                awaitOutcome(first);
            }
            return isRemembered(credentials, stored) || look(credentials, stored, check);
        } finally {
            if (first == null) {
                underWay.remove(credentials);
                mine.countDown();
            }
        }
    }

    private boolean isRemembered(String credentials, Supplier<String> stored) {
        String remembered = hashes.getIfPresent(credentials);
        return remembered != null && remembered.equals(stored.get());
    }

    private boolean look(String credentials, Supplier<String> stored, BooleanSupplier check) {
        boolean right = check.getAsBoolean();
        String hash = right ? stored.get() : null;
        if (hash != null) {
            hashes.put(credentials, hash);
        }
        return right;
    }

    /** Not for ever: then this one is looked at too. */
    private static void awaitOutcome(CountDownLatch first) {
        try {
            first.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String hidden(String user, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(user.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign", e);
        }
    }
}
