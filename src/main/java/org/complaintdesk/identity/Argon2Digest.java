package org.complaintdesk.identity;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id for the engine: 19 MiB and two passes for each password, as OWASP's cheat sheet on password storage asks for.
 * The parameters stand in the hash, so they can be raised without making older hashes useless.
 */
@Component
class Argon2Digest implements PasswordEncryptor {

    static final String NAME = "argon2id";

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);

    @Override
    public String encrypt(String password) {
        return argon2.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return argon2.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** @param stored a hash as the engine keeps it, with the name of its algorithm before it */
    boolean isOutdated(String stored) {
        String prefix = "{" + NAME + "}";
        return !stored.startsWith(prefix) || argon2.upgradeEncoding(stored.substring(prefix.length()));
    }
}
