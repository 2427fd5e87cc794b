package org.complaintdesk.casefile;

import java.security.Principal;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.FirstResponse;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.ReviewNumber;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The case file of one complaint for staff: read its whole story, end it early. */
@Controller
@RequestMapping("/cases")
class CasePages {

    private final Complaints complaints;
    private final CaseFile file;
    private final ContactView contacts;
    private final Staff staff;
    private final Wording wording;

    CasePages(Complaints complaints, CaseFile file, ContactView contacts, Staff staff, Wording wording) {
        this.complaints = complaints;
        this.file = file;
        this.contacts = contacts;
        this.staff = staff;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, Principal who, Model model) {
        if (ReviewNumber.isNumber(number)) {
            return "redirect:/reviews/" + number;
        }
        Complaint complaint = find(number);
        file.fill(complaint, who, model);
        boolean worksOnCases = staff.worksOnCases(who.getName());
        boolean mayAct = !complaint.isClosed() && worksOnCases;
        model.addAttribute("mayFetchOrder", contacts.canFetchOrder(complaint, who));
        model.addAttribute("endings", Stream.of(Closing.values()).filter(Closing::isEarly).toList());
        model.addAttribute("mayEnd", mayAct);
        model.addAttribute("mayRespond", mayAct && complaints.awaitsFirstResponse(complaint.number()));
        model.addAttribute("responseWays", FirstResponse.Via.values());
        model.addAttribute("oversees", staff.oversees(who.getName()));
        model.addAttribute("mayTakeAlong", worksOnCases || staff.oversees(who.getName()));
        model.addAttribute("mayTakeWhole", worksOnCases);
        return "cases/case";
    }

    @PostMapping("/{number}/ending")
    String end(@PathVariable String number, @RequestParam Closing closing, @RequestParam String note, Principal who,
               Model model) {
        Complaint complaint = find(number);
        try {
            complaints.endEarly(complaint.number(), closing, note);
        } catch (InvalidInput refused) {
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("chosen", closing);
            model.addAttribute("note", note);
            return show(number, who, model);
        }
        return "redirect:/cases/" + number;
    }

    private Complaint find(String number) {
        return complaints.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
