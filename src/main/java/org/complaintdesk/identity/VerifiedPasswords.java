package org.complaintdesk.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Passwords that were right a moment ago, so that a program's next request does not cost a strong hash again. Kept in
 * memory only, under a keyed hash whose key dies with this node, and good only while the stored hash is the one they were
 * compared with: a changed password or a removed user counts at once, at every node.
 */
@Component
class VerifiedPasswords {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Cache<String, String> hashes = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();
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
        String remembered = hashes.getIfPresent(credentials);
        if (remembered != null && remembered.equals(stored.get())) {
            return true;
        }
        boolean right = check.getAsBoolean();
        String hash = right ? stored.get() : null;
        if (hash != null) {
            hashes.put(credentials, hash);
        }
        return right;
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
