package org.complaintdesk.casefile;

import java.security.Principal;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.CustomerUpdates.View;
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

/**
 * One message to a customer, for those who work on cases: the whole text with the customer's private link to pass on, and
 * sending it again, also to a corrected address.
 */
@Controller
@RequestMapping({"/cases/{number}/messages", "/reviews/{number}/messages"})
class MessagePages {

    private final CustomerUpdates updates;
    private final MessageLines lines;
    private final Staff staff;
    private final Wording wording;

    MessagePages(CustomerUpdates updates, MessageLines lines, Staff staff, Wording wording) {
        this.updates = updates;
        this.lines = lines;
        this.staff = staff;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping("/one")
    String show(@PathVariable String number, @RequestParam String key, Principal who, Model model) {
        if (!staff.worksOnCases(who.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        View message = find(number, key);
        model.addAttribute("number", number);
        model.addAttribute("page", MessageSection.page(number));
        model.addAttribute("message", lines.of(message));
        model.addAttribute("text", updates.toPassOn(key));
        return "cases/message";
    }

    @PostMapping("/resend")
    String resend(@PathVariable String number, @RequestParam String key, Principal who, Model model) {
        try {
            updates.resend(find(number, key).key(), who.getName());
        } catch (InvalidInput refused) {
            model.addAttribute("problem", refused.getMessage());
            return show(number, key, who, model);
        }
        return backToTheCase(number);
    }

    @PostMapping("/address")
    String correct(@PathVariable String number, @RequestParam String key, @RequestParam String email, Principal who,
                   Model model) {
        try {
            updates.resendTo(find(number, key).key(), email, who.getName());
        } catch (InvalidInput refused) {
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("email", email);
            return show(number, key, who, model);
        }
        return backToTheCase(number);
    }

    private View find(String number, String key) {
        return updates.of(number).stream().filter(message -> message.key().equals(key) && message.audience() == Audience.CUSTOMER)
                .findAny().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String backToTheCase(String number) {
        return "redirect:" + MessageSection.page(number) + "#messages";
    }
}
