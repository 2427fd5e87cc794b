package org.complaintdesk.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.FirstResponse;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Whoever answered a customer by chat or phone, before any step of the flow did, records it on the case's page. */
@Controller
class FirstResponsePages {

    private final CasePages casePages;
    private final Complaints complaints;
    private final Wording wording;

    FirstResponsePages(CasePages casePages, Complaints complaints, Wording wording) {
        this.casePages = casePages;
        this.complaints = complaints;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @PostMapping("/cases/{number}/first-response")
    String record(@PathVariable String number, @RequestParam FirstResponse.Via via,
                  @RequestParam(defaultValue = "") String note, @RequestParam(defaultValue = "") String answerText,
                  Principal who, HttpServletResponse response, Model model) {
        Complaint complaint = complaints.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            complaints.firstResponse(complaint.number(), new FirstResponse(via, note, answerText));
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("responseProblem", refused.getMessage());
            model.addAttribute("responseVia", via);
            model.addAttribute("responseNote", note);
            model.addAttribute("responseText", answerText);
            String page = casePages.show(number, who, model);
            model.addAttribute("mayRespond", true);
            return page;
        }
        return "redirect:/cases/" + number;
    }
}
