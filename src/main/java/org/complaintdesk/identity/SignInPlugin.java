package org.complaintdesk.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.complaintdesk.platform.OpenSessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the engine our check of passwords, our hashes and our rules for new ones. First, for others keep its identity service. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignInPlugin extends AbstractProcessEnginePlugin {

    /** Ids as other systems give them, too: {@code amy.lin@shop.example}. */
    private static final String USER = "[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}";

    private final Argon2Digest argon2;
    private final DeskPasswordPolicy policy;
    private final ObjectProvider<PasswordCheck> passwords;
    private final ObjectProvider<SignInThrottle> throttle;
    private final ObjectProvider<SignInLog> log;
    private final ObjectProvider<OpenSessions> sessions;

    SignInPlugin(Argon2Digest argon2, DeskPasswordPolicy policy, ObjectProvider<PasswordCheck> passwords,
                 ObjectProvider<SignInThrottle> throttle, ObjectProvider<SignInLog> log,
                 ObjectProvider<OpenSessions> sessions) {
        this.argon2 = argon2;
        this.policy = policy;
        this.passwords = passwords;
        this.throttle = throttle;
        this.log = log;
        this.sessions = sessions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityService(new GuardedIdentityService(engine, policy, passwords, throttle, log, sessions));
        engine.setPasswordEncryptor(argon2);
        engine.setPasswordPolicy(policy);
        engine.setEnablePasswordPolicy(true);
        engine.setUserResourceWhitelistPattern(USER);
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
    }
}
