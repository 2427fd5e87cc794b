package org.complaintdesk.identity.sso;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.complaintdesk.identity.StaffGroup;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.util.StringUtils;

/**
 * What the provider says about a person.
 *
 * @param subject the provider's name for the person, which never changes
 * @param user    the id the person would like to have here
 * @param given   empty when not told
 * @param groups  those of ours that the person's groups at the provider stand for
 * @param shops   null when the provider is not asked about shops
 */
record SsoClaims(String issuer, String subject, String user, String given, String family, String email,
                 Set<StaffGroup> groups, Set<String> shops) {

    static SsoClaims of(OidcUser person, SsoProperties settings) {
        String given = text(person.getGivenName());
        String family = text(person.getFamilyName());
        boolean unnamed = given.isEmpty() && family.isEmpty();
        Set<String> theirs = list(person.getClaim(settings.groupsClaim()));
        return new SsoClaims(person.getIssuer().toString(), person.getSubject(), text(person.getClaimAsString(settings.userClaim())),
                unnamed ? text(person.getFullName()) : given, family,
                Boolean.FALSE.equals(person.getEmailVerified()) ? "" : text(person.getEmail()),
                settings.groups().entrySet().stream().filter(ours -> ours.getValue().stream().anyMatch(theirs::contains))
                        .map(Map.Entry::getKey).collect(Collectors.toSet()),
                StringUtils.hasText(settings.shopsClaim()) ? list(person.getClaim(settings.shopsClaim())) : null);
    }

    private static String text(String claim) {
        return claim == null ? "" : claim.strip();
    }

    /** Providers write a list, or one text with commas or blanks. */
    private static Set<String> list(Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
        }
        return claim instanceof String one ? new TreeSet<>(List.of(one.strip().split("[,\\s]+"))) : Set.of();
    }
}
