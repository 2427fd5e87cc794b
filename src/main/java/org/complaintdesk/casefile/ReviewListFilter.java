package org.complaintdesk.casefile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.review.ReviewQuery;
import org.complaintdesk.review.ReviewStage;

/** Which reviews the list shows, as its address says it; null, false and an empty text are no condition. */
record ReviewListFilter(String q, ReviewStage stage, ReviewKind kind, Severity urgency, boolean overdue) implements ListFilter {

    private static final int LONGEST = 100;

    ReviewListFilter {
        q = CleanText.of(q) == null ? null : CleanText.cut(CleanText.of(q), LONGEST);
    }

    ReviewQuery query() {
        return new ReviewQuery(stage, kind, urgency, overdue ? Boolean.TRUE : null, q);
    }

    @Override
    public String path() {
        return "/reviews";
    }

    @Override
    public Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>();
        if (q != null) {
            params.put("q", q);
        }
        if (stage != null) {
            params.put("stage", stage.name());
        }
        if (kind != null) {
            params.put("kind", kind.name());
        }
        if (urgency != null) {
            params.put("urgency", urgency.name());
        }
        if (overdue) {
            params.put("overdue", "true");
        }
        return params;
    }
}
