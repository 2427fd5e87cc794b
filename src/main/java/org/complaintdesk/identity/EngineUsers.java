package org.complaintdesk.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * Signs people in with the engine's users and passwords; their groups become their authorities. What was verified is
 * remembered for a minute, for programs send their password with every request.
 *
 * <p>A chain has this provider as its only one: asked twice, as by a parent, it would count a wrong password twice.
 */
@Component
class EngineUsers implements AuthenticationProvider {

    private final IdentityService identity;
    private final PasswordCheck passwords;
    private final VerifiedPasswords verified;
    private final Staff staff;

    EngineUsers(IdentityService identity, PasswordCheck passwords, VerifiedPasswords verified, Staff staff) {
        this.identity = identity;
        this.passwords = passwords;
        this.verified = verified;
        this.staff = staff;
    }

    /** @throws SignInThrottled when the password is not looked at */
    @Override
    public Authentication authenticate(Authentication claim) {
        String user = claim.getName();
        String password = claim.getCredentials() == null ? "" : claim.getCredentials().toString();
        List<String> groups = isRight(user, password) ? staff.groups(user) : null;
        if (groups == null) {
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, AuthorityUtils.createAuthorityList(groups));
    }

    private boolean isRight(String user, String password) {
        return verified.isRight(user, password, () -> passwords.storedHash(user), () -> identity.checkPassword(user, password));
    }

    @Override
    public boolean supports(Class<?> claim) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(claim);
    }
}
