package org.complaintdesk.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.complaintdesk.identity.Account;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What only administrators do with a person: where they work, a new password, and letting them go. */
@Controller
@RequestMapping("/people/{id}")
class HousePages {

    private final Reach reach;
    private final PersonSheet sheet;
    private final Household household;
    private final HandOvers handOvers;
    private final Wording wording;

    HousePages(Reach reach, PersonSheet sheet, Household household, HandOvers handOvers, Wording wording) {
        this.reach = reach;
        this.sheet = sheet;
        this.household = household;
        this.handOvers = handOvers;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @PostMapping("/place")
    String place(@PathVariable String id, @RequestParam(required = false) Set<StaffGroup> group,
                 @RequestParam(defaultValue = "false") boolean all, @RequestParam(required = false) List<String> shop, Model model) {
        Viewer viewer = reach.viewer();
        Account person = reach.seen(viewer, id);
        Set<StaffGroup> groups = group == null ? Set.of() : EnumSet.copyOf(group);
        try {
            String password = household.place(person, groups, all, shop == null ? List.of() : shop);
            return password == null ? "redirect:/people/" + person.id() + "?saved" : password(person, password, model);
        } catch (InvalidInput refused) {
            model.addAttribute("placeProblem", refused.getMessage());
            return sheet.show(viewer, person, model);
        }
    }

    @PostMapping("/password")
    String renew(@PathVariable String id, Model model) {
        Account person = reach.seen(reach.viewer(), id);
        return password(person, household.renewPassword(person), model);
    }

    /** First the person is nobody's colleague any more, so that nothing new comes; then what there is goes to others. */
    @PostMapping("/leave")
    String leave(@PathVariable String id, @ModelAttribute("typed") TypedHandOver typed, Model model) {
        Viewer viewer = reach.viewer();
        Account person = reach.seen(viewer, id);
        try {
            HandOverOrder order = sheet.read(viewer, person, new TypedHandOver(typed.way(), typed.to(), typed.why(), true));
            household.leave(person);
            model.addAttribute("done", handOvers.run(order));
        } catch (InvalidInput refused) {
            model.addAttribute("leaveProblem", refused.getMessage());
        }
        return sheet.show(viewer, reach.seen(viewer, id), model);
    }

    private static String password(Account person, String password, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("password", password);
        return "people/password";
    }
}
