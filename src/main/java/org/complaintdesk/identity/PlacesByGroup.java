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

    /** @return whether whoever looks at the page registers complaints and answers customers */
    @ModelAttribute("caseWorker")
    boolean caseWorker() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getAuthorities().stream().anyMatch(group -> CASE_WORKERS.contains(group.getAuthority()));
    }
}
