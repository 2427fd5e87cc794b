package org.complaintdesk.identity.sso;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Sign-in at an OpenID provider; off as long as there is no issuer.
 *
 * @param issuer       the provider, as its discovery document names it
 * @param clientId     the name under which the provider knows the desk
 * @param clientSecret what proves to the provider that it is the desk
 * @param scopes       what the provider is asked for
 * @param userClaim    the claim that becomes the user id
 * @param groupsClaim  the claim that lists a person's groups at the provider
 * @param groups       which of the provider's groups make a person a member of ours; a group of ours that is not named
 *                     here is left to the desk's administrators
 * @param shopsClaim   the claim that lists the shops a person works for, {@code *} for all; when not set, new people see
 *                     every shop and the desk decides after that
 * @param linkExisting whether a person may become a user who is there already and has the same id
 * @param name         what the button calls it; when not set, the company's account
 */
@ConfigurationProperties("complaintdesk.sso")
record SsoProperties(String issuer, String clientId, String clientSecret, @DefaultValue({"openid", "profile", "email"}) Set<String> scopes,
                     @DefaultValue("preferred_username") String userClaim, @DefaultValue("groups") String groupsClaim,
                     Map<StaffGroup, List<String>> groups, String shopsClaim, @DefaultValue("false") boolean linkExisting, String name) {

    SsoProperties {
        groups = groups == null ? Map.of() : Map.copyOf(groups);
    }

    boolean isOn() {
        return StringUtils.hasText(issuer);
    }

    /** @throws CannotStart when what the provider needs is missing */
    void requireComplete() {
        Set<String> missing = new TreeSet<>();
        if (!StringUtils.hasText(clientId)) {
            missing.add("COMPLAINTDESK_SSO_CLIENT_ID");
        }
        if (!StringUtils.hasText(clientSecret)) {
            missing.add("COMPLAINTDESK_SSO_CLIENT_SECRET");
        }
        if (!missing.isEmpty()) {
            throw new CannotStart("COMPLAINTDESK_SSO_ISSUER switches single sign-on on, which also needs " + String.join(" and ", missing) + ".");
        }
    }

    /** Not even by accident in a log. */
    @Override
    public String toString() {
        return "SsoProperties[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
