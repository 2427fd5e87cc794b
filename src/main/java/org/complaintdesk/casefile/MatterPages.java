package org.complaintdesk.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.function.Supplier;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.MatterKind;
import org.complaintdesk.complaint.MatterOutcome;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.UnknownMatter;
import org.complaintdesk.complaint.WhoActs;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is open with others outside because of one complaint: open a matter, say how it goes on, end it. */
@Controller
@RequestMapping("/cases/{number}/matters")
class MatterPages {

    private final Complaints complaints;
    private final OutsideMatters matters;
    private final MatterLines lines;
    private final MatterTyping typing;
    private final Staff staff;
    private final Wording wording;

    MatterPages(Complaints complaints, OutsideMatters matters, MatterLines lines, MatterTyping typing, Staff staff, Wording wording) {
        this.complaints = complaints;
        this.matters = matters;
        this.lines = lines;
        this.typing = typing;
        this.staff = staff;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    /** Every path here is about a complaint that exists. */
    @ModelAttribute("complaint")
    Complaint known(@PathVariable String number) {
        return complaints.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @ExceptionHandler(UnknownMatter.class)
    void unknown(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @GetMapping
    String list(@ModelAttribute Complaint complaint, @RequestParam(required = false) String done, Principal who, Model model) {
        model.addAttribute("matters", matters.look(complaint.number()).stream().map(lines::of).toList());
        model.addAttribute("done", done != null && MatterTyping.DONE.contains(done) ? "matter.done." + done : null);
        model.addAttribute("mayAct", !complaint.isErased() && staff.worksOnCases(who.getName()));
        model.addAttribute("kinds", MatterKind.values());
        model.addAttribute("platforms", Channel.platforms());
        model.addAttribute("turns", WhoActs.values());
        model.addAttribute("outcomes", MatterOutcome.values());
        return "cases/matters";
    }

    @PostMapping
    String open(@ModelAttribute Complaint complaint, @ModelAttribute("opening") MatterTyping.Opening typed, Principal who,
                HttpServletResponse response, Model model) {
        return done("opened", "new", () -> matters.open(complaint.number(), typing.read(typed)), complaint, who, response, model);
    }

    @PostMapping("/{id}/progress")
    String goOn(@ModelAttribute Complaint complaint, @PathVariable long id, @ModelAttribute("progress") MatterTyping.Progress typed,
                Principal who, HttpServletResponse response, Model model) {
        return done("changed", "progress-" + id, () -> matters.goOn(complaint.number(), id, typing.read(typed)), complaint, who,
                response, model);
    }

    @PostMapping("/{id}/closing")
    String close(@ModelAttribute Complaint complaint, @PathVariable long id, @ModelAttribute("closing") MatterTyping.Closing typed,
                 Principal who, HttpServletResponse response, Model model) {
        return done("closed", "closing-" + id, () -> matters.close(complaint.number(), id, typed.outcome(), typed.result()),
                complaint, who, response, model);
    }

    /** @param form which form of the page it was, so that it is shown again with what was typed when that is refused */
    private String done(String word, String form, Supplier<?> deed, Complaint complaint, Principal who,
                        HttpServletResponse response, Model model) {
        try {
            deed.get();
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("problemIn", form);
            return list(complaint, null, who, model);
        }
        return "redirect:/cases/%s/matters?done=%s".formatted(complaint.number(), word);
    }
}
