package org.complaintdesk.casefile;

import java.security.Principal;
import org.complaintdesk.identity.Staff;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The saved views above a list, and what saves another one. */
@Component
class ViewTabs {

    private final SavedViews views;
    private final Staff staff;

    ViewTabs(SavedViews views, Staff staff) {
        this.views = views;
        this.staff = staff;
    }

    void show(ListFilter filter, Principal who, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("views", views.of(filter.path(), who.getName()));
        model.addAttribute("me", who.getName());
        model.addAttribute("oversees", staff.oversees(who.getName()));
    }
}
