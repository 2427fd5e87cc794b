package org.complaintdesk.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In which order the tables are listed. */
final class Groups {

    private Groups() {
    }

    static Map<String, List<String>> ordered() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("money", List.of("authority", "remedy", "execution"));
        groups.put("time", List.of("service-level", "deadline", "customer-silence"));
        groups.put("triage", List.of("complaint-category", "complaint-severity", "review-triage"));
        groups.put("reviews", List.of("public-reply", "reply-compliance"));
        groups.put("mail", List.of("mail-screening", "update-route"));
        return groups;
    }
}
