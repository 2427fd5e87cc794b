package org.complaintdesk.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The ledger of a case: every clock with its reasons, corrections by those who supervise, and what would be if. */
@Controller
@RequestMapping("/cases/{number}/clocks")
class ClockPages {

    private final Complaints complaints;
    private final ClockCards cards;
    private final Corrections corrections;
    private final WhatIfForm whatIf;
    private final Wording wording;

    ClockPages(Complaints complaints, ClockCards cards, Corrections corrections, WhatIfForm whatIf, Wording wording) {
        this.complaints = complaints;
        this.cards = cards;
        this.corrections = corrections;
        this.whatIf = whatIf;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String show(@PathVariable String number, WhatIfForm.Asked asked, Model model) {
        Complaint complaint = known(number);
        model.addAttribute("complaint", complaint);
        model.addAttribute("cards", cards.of(number));
        whatIf.fill(complaint, asked, model);
        return "cases/clocks";
    }

    @PostMapping
    String correct(@PathVariable String number, Corrections.Typed typed, Principal who, HttpServletResponse response, Model model) {
        known(number);
        if (typed.what() == null || typed.clock() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String card = ClockCard.id(typed.of(number));
        try {
            corrections.apply(number, typed, who.getName());
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("at", card);
            model.addAttribute("typed", typed);
            return show(number, WhatIfForm.Asked.NOTHING, model);
        }
        return "redirect:/cases/" + number + "/clocks?done#" + card;
    }

    private Complaint known(String number) {
        return complaints.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
