package org.complaintdesk.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.complaintdesk.platform.DecodedPath;
import org.complaintdesk.platform.Wording;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the engine's REST, programs' and the web applications', and lets through what {@link EngineRoutes} opens
 * to the groups of whoever asks. Cockpit's own resources are for those who oversee, Admin's for administrators; the page
 * that makes the first administrator is not there.
 */
class EngineGate extends OncePerRequestFilter {

    private static final Pattern PROGRAMS = Pattern.compile("/engine-rest(?:/engine/default)?(/.*)?");
    private static final Pattern WEB_APPLICATIONS = Pattern.compile("/camunda/api/engine/engine/default(/.*)?");
    private static final Pattern OPEN = Pattern.compile("/camunda/api/(?:engine/engine/?|admin/auth/user/.*|[a-z]+/plugin/[A-Za-z-]+/static/.*"
            + "|admin/plugin/license/default/check-key|(?:tasklist|welcome)/plugin/.*)");
    private static final Pattern COCKPIT = Pattern.compile("/camunda/api/cockpit/.*");
    private static final Pattern ADMIN = Pattern.compile("/camunda/api/admin/plugin/.*");

    private final Function<HttpServletRequest, Optional<Collection<String>>> groups;
    private final Wording wording;

    private EngineGate(Function<HttpServletRequest, Optional<Collection<String>>> groups, Wording wording) {
        this.groups = groups;
        this.wording = wording;
    }

    /** @return the one for programs, who have signed in before it */
    static EngineGate forPrograms(Wording wording) {
        return new EngineGate(request -> Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .map(person -> person.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList()), wording);
    }

    /** @return the one for the web applications, which turn away after it who is not signed in */
    static EngineGate forWebApplications(Wording wording) {
        return new EngineGate(request -> {
            HttpSession session = request.getSession(false);
            return Optional.ofNullable(session).map(AuthenticationUtil::getAuthsFromSession)
                    .flatMap(all -> all.getAuthentications().stream().findFirst())
                    .map(person -> person.getGroupIds() == null ? List.of() : person.getGroupIds());
        }, wording);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = DecodedPath.of(request);
        Optional<Collection<String>> present = groups.apply(request);
        if (!isEngine(path) || OPEN.matcher(path).matches()) {
            chain.doFilter(request, response);
        } else if (!isKnown(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (present.isEmpty() || isOpen(request.getMethod(), path, present.get())) {
            chain.doFilter(request, response);
        } else {
            refuse(response);
        }
    }

    private static boolean isEngine(String path) {
        return path.startsWith("/engine-rest") || path.startsWith("/camunda/api/");
    }

    private static boolean isKnown(String path) {
        return PROGRAMS.matcher(path).matches() || WEB_APPLICATIONS.matcher(path).matches() || COCKPIT.matcher(path).matches()
                || ADMIN.matcher(path).matches();
    }

    private static boolean isOpen(String method, String path, Collection<String> groups) {
        if (COCKPIT.matcher(path).matches()) {
            return !StaffGroup.noneOversees(groups);
        }
        if (ADMIN.matcher(path).matches()) {
            return groups.contains(StaffGroup.ADMINISTRATORS.id());
        }
        Matcher engine = PROGRAMS.matcher(path);
        if (!engine.matches()) {
            engine = WEB_APPLICATIONS.matcher(path);
            engine.matches();
        }
        return EngineRoutes.areOpen(method, engine.group(1) == null ? "" : engine.group(1), groups);
    }

    /** In the engine's own words for it, so that its web applications show the message. */
    private void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write("{\"type\":\"AuthorizationException\",\"message\":\"%s\"}"
                .formatted(wording.text("flow.not-your-work").replace("\"", "'")));
    }
}
