package org.complaintdesk.tracking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was typed into one of the page's forms and could not be taken as it was.
 *
 * @param form     the form, named as the path it is sent to; null when nothing was sent
 * @param typed    what was typed, by field
 * @param problems what to change, by field
 */
record Draft(String form, Map<String, String> typed, Map<String, String> problems) {

    static final Draft NONE = new Draft(null, Map.of(), Map.of());

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Draft of(String form, Map<String, String> typed) {
        return new Draft(form, new LinkedHashMap<>(typed), new LinkedHashMap<>());
    }

    Draft with(String field, String problem) {
        problems.put(field, problem);
        return this;
    }

    /** @return by which the form is known when it is sent again; empty for forms without, or when somebody changed it */
    Optional<String> key() {
        return Optional.ofNullable(typed.get("key")).filter(key -> KEY.matcher(key).matches());
    }

    /** @return null when nothing was typed there */
    public String typed(String in, String field) {
        return in.equals(form) ? typed.get(field) : null;
    }

    /** @return null when there is none */
    public String problem(String in, String field) {
        return in.equals(form) ? problems.get(field) : null;
    }

    public boolean isOf(String name) {
        return name.equals(form);
    }

    /** @return each problem by the id of the control it is about */
    public Map<String, String> byControl() {
        Map<String, String> controls = new LinkedHashMap<>();
        problems.forEach((field, problem) -> controls.put(form + "-" + field, problem));
        return controls;
    }
}
