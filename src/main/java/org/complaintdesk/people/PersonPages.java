package org.complaintdesk.people;

import java.util.List;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.identity.Account;
import org.complaintdesk.identity.SignInThrottle;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person for those who lead them: skills, what is in their hands and where it goes, and signing in again. */
@Controller
@RequestMapping("/people/{id}")
class PersonPages {

    private final Reach reach;
    private final PersonSheet sheet;
    private final Household household;
    private final HandOvers handOvers;
    private final SkillWords words;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final Wording wording;

    PersonPages(Reach reach, PersonSheet sheet, Household household, HandOvers handOvers, SkillWords words,
                SignInThrottle throttle, AuditLog audit, Wording wording) {
        this.reach = reach;
        this.sheet = sheet;
        this.household = household;
        this.handOvers = handOvers;
        this.words = words;
        this.throttle = throttle;
        this.audit = audit;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String show(@PathVariable String id, Model model) {
        Viewer viewer = reach.viewer();
        return sheet.show(viewer, reach.seen(viewer, id), model);
    }

    @PostMapping("/skills")
    String skills(@PathVariable String id, @RequestParam(required = false) List<String> skill) {
        Account person = reach.led(reach.viewer(), id);
        household.skills(person, words.read(skill == null ? List.of() : skill));
        return "redirect:/people/" + person.id() + "?saved#skills";
    }

    @PostMapping("/hand-over")
    String handOver(@PathVariable String id, @ModelAttribute("typed") TypedHandOver typed, Model model) {
        Viewer viewer = reach.viewer();
        Account person = reach.led(viewer, id);
        try {
            model.addAttribute("done", handOvers.run(sheet.read(viewer, person, typed)));
        } catch (InvalidInput refused) {
            model.addAttribute("handOverProblem", refused.getMessage());
        }
        return sheet.show(viewer, person, model);
    }

    @PostMapping("/unlock")
    String unlock(@PathVariable String id) {
        Account person = reach.led(reach.viewer(), id);
        throttle.lift(person.id());
        audit.record(AuditEvent.UNLOCKED, person.id(), null);
        return "redirect:/people?unlocked=" + person.id();
    }
}
