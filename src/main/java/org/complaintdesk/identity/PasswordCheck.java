package org.complaintdesk.identity;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares a password with its hash: outside of any transaction, so that nobody holds a connection meanwhile, for a few at
 * a time, and as slowly for a user there is not as for one there is. A hash of an older kind is replaced when its password
 * was right.
 */
@Component
class PasswordCheck {

    /** Nobody's. What is compared with it takes as long as any. */
    private static final String NOBODYS = "x";
    private static final int LONGEST = 1000;
    private static final long PATIENCE_SECONDS = 10;

    private final Argon2Digest argon2;
    private final ProcessEngine engine;
    private final AsSystem asSystem;
    private final JdbcClient jdbc;
    private final Wording wording;
    private final Clock clock;
    private final String nobodys;
    private final Semaphore places = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    PasswordCheck(Argon2Digest argon2, ProcessEngine engine, AsSystem asSystem, JdbcClient jdbc, Wording wording, Clock clock) {
        this.argon2 = argon2;
        this.engine = engine;
        this.asSystem = asSystem;
        this.jdbc = jdbc;
        this.wording = wording;
        this.clock = clock;
        this.nobodys = argon2.encrypt(NOBODYS);
    }

    /** @return the hash of the user's password as the engine keeps it; null when there is none */
    String storedHash(String id) {
        UserEntity person = person(id);
        return person == null ? null : person.getPassword();
    }

    private UserEntity person(String id) {
        return asSystem.call(() -> (UserEntity) engine.getIdentityService().createUserQuery().userId(id).singleResult());
    }

    /** @throws SignInThrottled when too many are waiting for the same; nothing was compared then */
    boolean isRight(String userId, String password) {
        UserEntity person = person(userId);
        if (password == null || password.length() > LONGEST) {
            return false;
        }
        takePlace();
        try {
            if (person == null || person.getPassword() == null) {
                argon2.check(password, nobodys);
                return false;
            }
            PasswordManager passwords = passwords();
            String stored = person.getPassword();
            if (!passwords.check(EncryptionUtil.saltPassword(password, person.getSalt()), stored)) {
                return false;
            }
            if (argon2.isOutdated(stored)) {
                replace(userId, stored, passwords.encrypt(EncryptionUtil.saltPassword(password, person.getSalt())));
            }
            return true;
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw SignInThrottled.busy(clock.instant(), wording);
    }

    /** Beside the engine: nobody changed this person, so nothing is to be noted, and nobody's changes are in the way. */
    private void replace(String userId, String old, String hash) {
        jdbc.sql("update act_id_user set pwd_ = :hash where id_ = :user and pwd_ = :old")
                .param("hash", hash).param("user", userId).param("old", old).update();
    }

    private PasswordManager passwords() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getPasswordManager();
    }
}
