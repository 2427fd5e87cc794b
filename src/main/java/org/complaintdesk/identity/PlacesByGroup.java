package org.complaintdesk.identity;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Pages lead nobody to a place that their group may not enter. */
@ControllerAdvice(annotations = Controller.class)
class PlacesByGroup {

    private static final Set<String> CASE_WORKERS = Set.of(StaffGroup.caseWorkers());
    private static final Set<String> OVERSEERS = Set.of(StaffGroup.overseers());
    private static final Set<String> AUDITORS = Set.of(StaffGroup.auditors());

    /** @return whether whoever looks at the page registers complaints and answers customers */
    @ModelAttribute("caseWorker")
    boolean caseWorker() {
        return isIn(CASE_WORKERS);
    }

    /** @return whether whoever looks at the page supervises the others' work */
    @ModelAttribute("overseer")
    boolean overseer() {
        return isIn(OVERSEERS);
    }

    /** @return whether whoever looks at the page may read the audit log */
    @ModelAttribute("readsAudit")
    boolean readsAudit() {
        return isIn(AUDITORS);
    }

    private static boolean isIn(Set<String> groups) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getAuthorities().stream().anyMatch(group -> groups.contains(group.getAuthority()));
    }
}
