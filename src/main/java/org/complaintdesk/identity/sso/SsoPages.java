package org.complaintdesk.identity.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.complaintdesk.identity.sso.SsoRefused.Why;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Why one was not let in, and signing out at the provider too. */
@Controller
@ConditionalOnExpression("!'${complaintdesk.sso.issuer:}'.isBlank()")
class SsoPages {

    static final String REFUSED = "/sso/refused";

    private static final String SIGN_IN = "/camunda/app/tasklist/default/";

    private final SsoProvider provider;

    SsoPages(SsoProvider provider) {
        this.provider = provider;
    }

    static String refused(HttpServletRequest request, Why why) {
        return request.getContextPath() + REFUSED + "?why=" + why.name().toLowerCase(Locale.ROOT);
    }

    @GetMapping(REFUSED)
    String refused(@RequestParam(defaultValue = "provider") String why, Model page) {
        boolean known = why.matches("group|taken|name|provider");
        page.addAttribute("why", known ? why : "provider");
        return "sso/refused";
    }

    /** Asked by the sign-in page: someone who has just left the desk leaves the provider too. */
    @GetMapping("/sso/state")
    ResponseEntity<Map<String, Boolean>> state(HttpServletRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("signedOut", idToken(request) != null));
    }

    @GetMapping("/sso/out")
    String signOut(HttpServletRequest request) {
        String idToken = idToken(request);
        if (idToken == null) {
            return "redirect:" + SIGN_IN;
        }
        request.getSession().invalidate();
        URI back = ServletUriComponentsBuilder.fromContextPath(request).path(SIGN_IN).build().toUri();
        return "redirect:" + provider.signOut(idToken, back).orElse(SIGN_IN);
    }

    /** @return what the provider gave to a person who is no longer signed in here; null when there is no such person */
    private static String idToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || !AuthenticationUtil.getAuthsFromSession(session).getAuthentications().isEmpty() ? null
                : (String) session.getAttribute(SsoArrival.ID_TOKEN);
    }
}
