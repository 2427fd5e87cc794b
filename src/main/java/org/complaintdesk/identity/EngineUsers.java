package org.complaintdesk.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.complaintdesk.platform.AsSystem;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Signs people in with the engine's users and passwords; their groups become their authorities. */
@Component
class EngineUsers implements AuthenticationProvider {

    private final IdentityService identity;
    private final Staff staff;
    private final AsSystem asSystem;

    EngineUsers(IdentityService identity, Staff staff, AsSystem asSystem) {
        this.identity = identity;
        this.staff = staff;
        this.asSystem = asSystem;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        String user = claim.getName();
        String password = claim.getCredentials() == null ? "" : claim.getCredentials().toString();
        List<String> groups = asSystem.call(() -> identity.checkPassword(user, password)) ? staff.groups(user) : null;
        if (groups == null) {
            throw new BadCredentialsException("Unknown user or wrong password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(user, null, AuthorityUtils.createAuthorityList(groups));
    }

    @Override
    public boolean supports(Class<?> claim) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(claim);
    }
}
