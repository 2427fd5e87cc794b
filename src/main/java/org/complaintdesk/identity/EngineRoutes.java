package org.complaintdesk.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which of the engine's REST resources a group's work takes; what is not listed here is closed, whatever the engine's own
 * permissions say. Those decide then about the single task or case. Paths are relative to the engine's root, the same for
 * programs and for the web applications. Anybody signed in, in whatever group, may do what everyone's work takes.
 */
final class EngineRoutes {

    private static final String[] QUERIES = {"/process-instance", "/execution", "/variable-instance", "/job", "/job-definition",
            "/external-task", "/user", "/history/process-instance", "/history/activity-instance", "/history/task",
            "/history/variable-instance", "/history/detail", "/history/job-log", "/history/external-task-log",
            "/history/decision-instance"};

    private record Route(Set<String> methods, PathPattern pattern, Set<String> groups) {

        boolean opens(String method, PathContainer path, Collection<String> to) {
            return methods.contains(method) && (groups.isEmpty() || to.stream().anyMatch(groups::contains)) && pattern.matches(path);
        }
    }

    private static final List<Route> TABLE = table();
    /** Paths are decoded once, before they get here. */
    private static final PathContainer.Options DECODED = PathContainer.Options.create('/', false);

    private EngineRoutes() {
    }

    private static List<Route> table() {
        List<Route> table = new ArrayList<>();
        everyone(table, "GET", "", "/", "/engine", "/engine/", "/version", "/authorization/check", "/identity/groups",
                "/identity/password-policy", "/user", "/user/count", "/user/{id}/profile", "/group", "/group/count", "/group/{id}",
                "/tenant", "/tenant/count", "/tenant/{id}");
        everyone(table, "POST", "/identity/password-policy", "/group", "/group/count");
        everyone(table, "PUT", "/user/{id}/profile", "/user/{id}/credentials");
        everyone(table, "OPTIONS", "/user", "/user/{id}", "/group", "/filter", "/filter/{id}", "/authorization");
        everyone(table, "GET", "/filter", "/filter/count", "/filter/{id}", "/filter/{id}/count", "/filter/{id}/list",
                "/filter/{id}/singleResult");
        everyone(table, "POST", "/filter/{id}/count", "/filter/{id}/list", "/filter/{id}/singleResult", "/task", "/task/count");
        everyone(table, "GET", "/task", "/task/count", "/task/{id}", "/task/{id}/form", "/task/{id}/deployed-form",
                "/task/{id}/rendered-form", "/task/{id}/form-variables", "/task/{id}/variables", "/task/{id}/variables/**",
                "/task/{id}/localVariables", "/task/{id}/localVariables/**", "/task/{id}/identity-links", "/task/{id}/comment",
                "/task/{id}/comment/{comment}", "/task/{id}/attachment", "/task/{id}/attachment/**");
        everyone(table, "POST", "/task/{id}/claim", "/task/{id}/unclaim", "/task/{id}/complete", "/task/{id}/submit-form",
                "/task/{id}/assignee", "/task/{id}/comment/create");
        everyone(table, "PUT", "/task/{id}");
        everyone(table, "GET", "/process-definition", "/process-definition/count");
        for (String definition : List.of("/process-definition/{id}", "/process-definition/key/{key}",
                "/process-definition/key/{key}/tenant-id/{tenant}")) {
            everyone(table, "GET", definition, definition + "/startForm", definition + "/deployed-start-form",
                    definition + "/rendered-form", definition + "/form-variables", definition + "/xml");
            everyone(table, "POST", definition + "/submit-form");
        }

        open(table, Set.of("GET"), Set.of(StaffGroup.overseers()), "/**");
        for (String query : QUERIES) {
            open(table, Set.of("POST"), Set.of(StaffGroup.overseers()), query, query + "/count");
        }
        open(table, Set.of("POST", "PUT"), Set.of(StaffGroup.SUPERVISORS.id()), "/task/{id}/delegate", "/task/{id}/resolve",
                "/task/{id}/identity-links", "/task/{id}/identity-links/delete", "/job/{id}/retries", "/job/{id}/execute",
                "/job/retries", "/job-definition/{id}/retries", "/process-instance/job-retries", "/incident/{id}/annotation");
        open(table, Set.of("DELETE"), Set.of(StaffGroup.SUPERVISORS.id()), "/incident/{id}/annotation");

        open(table, Set.of("GET", "POST", "PUT", "DELETE", "OPTIONS"), Set.of(StaffGroup.ADMINISTRATORS.id()), "/**");
        return List.copyOf(table);
    }

    private static void everyone(List<Route> table, String method, String... patterns) {
        open(table, Set.of(method), Set.of(), patterns);
    }

    private static void open(List<Route> table, Set<String> methods, Set<String> groups, String... patterns) {
        for (String pattern : patterns) {
            table.add(new Route(methods, PathPatternParser.defaultInstance.parse(pattern), groups));
        }
    }

    /**
     * @param path from the engine's root on, decoded: {@code /task/17/claim}
     * @return whether somebody in these groups may ask that at all
     */
    static boolean areOpen(String method, String path, Collection<String> groups) {
        PathContainer parsed = PathContainer.parsePath(path, DECODED);
        String asked = "HEAD".equals(method) ? "GET" : method;
        return !isClosed(parsed) && TABLE.stream().anyMatch(route -> route.opens(asked, parsed, groups));
    }

    /** Trying out passwords is sign-in's alone, which counts how often. */
    private static boolean isClosed(PathContainer path) {
        return PathPatternParser.defaultInstance.parse("/identity/verify/**").matches(path);
    }
}
