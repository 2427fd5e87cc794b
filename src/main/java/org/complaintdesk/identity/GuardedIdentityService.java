package org.complaintdesk.identity;

import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.complaintdesk.identity.SignInThrottle.Attempt;
import org.complaintdesk.identity.SignInThrottle.Begun;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.OpenSessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.StringUtils;

/**
 * The engine's identity service with our own check of passwords: every door comes through here, the web applications'
 * sign-in, HTTP Basic, {@code /identity/verify} and the question for one's old password. The engine's own count, which
 * locks an account for good after ten wrong passwords of anybody, is not used.
 */
class GuardedIdentityService extends IdentityServiceImpl {

    private static final char UNSTORABLE = 0;

    private final ProcessEngineConfigurationImpl engine;
    private final DeskPasswordPolicy policy;
    private final ObjectProvider<PasswordCheck> passwords;
    private final ObjectProvider<SignInThrottle> throttle;
    private final ObjectProvider<SignInLog> log;
    private final ObjectProvider<OpenSessions> sessions;

    GuardedIdentityService(ProcessEngineConfigurationImpl engine, DeskPasswordPolicy policy, ObjectProvider<PasswordCheck> passwords,
                           ObjectProvider<SignInThrottle> throttle, ObjectProvider<SignInLog> log,
                           ObjectProvider<OpenSessions> sessions) {
        this.engine = engine;
        this.policy = policy;
        this.passwords = passwords;
        this.throttle = throttle;
        this.log = log;
        this.sessions = sessions;
    }

    /** @throws SignInThrottled when the password is not looked at */
    @Override
    public boolean checkPassword(String userId, String password) {
        if (!StringUtils.hasText(userId) || userId.indexOf(UNSTORABLE) >= 0) {
            return false;
        }
        Optional<SignInDoor> door = SignInDoor.ofThisRequest();
        return door.isPresent() ? check(userId, password, door.get()) : passwords.getObject().isRight(userId, password);
    }

    private boolean check(String userId, String password, SignInDoor door) {
        Begun begun = throttle.getObject().begin(new Attempt(userId, door.address()));
        boolean right;
        try {
            right = passwords.getObject().isRight(userId, password);
        } catch (RuntimeException notLookedAt) {
            throttle.getObject().takeBack(begun);
            throw notLookedAt;
        }
        if (right) {
            throttle.getObject().succeeded(begun);
        }
        log.getObject().checked(right || isSomebody(userId) ? userId : SignInLog.NOBODY, door, right, begun.waits());
        return right;
    }

    private boolean isSomebody(String userId) {
        return createUserQuery().userId(userId).count() > 0;
    }

    /** Admin's button: what it lifted in the engine, it lifts here. */
    @Override
    public void unlockUser(String userId) {
        super.unlockUser(userId);
        throttle.getObject().lift(userId);
        log.getObject().unlocked(userId);
    }

    /**
     * Who changes a password ends the sessions that were opened with the old one.
     *
     * @throws BadUserRequestException when the password is not good enough; the message says what one must be
     */
    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        if (!skipPasswordPolicy && engine.isEnablePasswordPolicy() && user instanceof UserEntity person && person.hasNewPassword()
                && !commandExecutor.execute(context -> person.checkPasswordAgainstPolicy())) {
            InvalidInput weak = policy.refusal();
            throw new BadUserRequestException(weak.getMessage(), weak);
        }
        boolean changed = user instanceof UserEntity person && person.getRevision() > 0 && person.hasNewPassword();
        super.saveUser(user, true);
        if (changed) {
            sessions.getObject().endOthers(user.getId());
        }
    }

    @Override
    public void deleteUser(String userId) {
        super.deleteUser(userId);
        sessions.getObject().endOthers(userId);
    }
}
