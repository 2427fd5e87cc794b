package org.complaintdesk.casefile;

import java.security.Principal;
import java.util.List;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.CustomerUpdates.View;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a case needs to show its messages, and to let those who work on cases send them again. */
@Component
class MessageSection {

    private final CustomerUpdates updates;
    private final MessageLines lines;
    private final Staff staff;

    MessageSection(CustomerUpdates updates, MessageLines lines, Staff staff) {
        this.updates = updates;
        this.lines = lines;
        this.staff = staff;
    }

    /** @return all messages of the case, oldest first */
    List<View> of(String number) {
        return updates.of(number);
    }

    void show(String number, Principal who, Model model) {
        show(number, of(number), who, model);
    }

    void show(String number, List<View> all, Principal who, Model model) {
        model.addAttribute("messages", all.stream().map(lines::of).toList());
        model.addAttribute("messagePages", page(number) + "/messages");
        model.addAttribute("mayWrite", staff.worksOnCases(who.getName()));
    }

    /** @return the path of the case's page */
    static String page(String number) {
        return (ReviewNumber.isNumber(number) ? "/reviews/" : "/cases/") + number;
    }
}
