package org.complaintdesk.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.assignment.Assignment;
import org.complaintdesk.casework.HandOver;
import org.complaintdesk.identity.Account;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.SignInThrottle;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody who works here, for those who lead them. */
@Controller
@RequestMapping("/people")
class PeoplePages {

    private final Reach reach;
    private final PeopleList list;
    private final Household household;
    private final HandOver handOver;
    private final SignInThrottle throttle;
    private final Assignment assignment;
    private final Shops shops;
    private final Wording wording;

    PeoplePages(Reach reach, PeopleList list, Household household, HandOver handOver, SignInThrottle throttle,
                Assignment assignment, Shops shops, Wording wording) {
        this.reach = reach;
        this.list = list;
        this.household = household;
        this.handOver = handOver;
        this.throttle = throttle;
        this.assignment = assignment;
        this.shops = shops;
        this.wording = wording;
    }

    /** Somebody who cannot sign in just now because of wrong passwords. */
    record Locked(String id, String name, int failures, String until, boolean mayLift) {
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String everybody(@RequestParam(required = false) String q, @RequestParam(required = false) StaffGroup group, Model model) {
        Viewer viewer = reach.viewer();
        List<Account> people = reach.everybody(viewer);
        List<Account> here = people.stream().filter(person -> !person.left()).toList();
        List<Account> gone = people.stream().filter(Account::left).toList();
        model.addAttribute("rows", list.rows(here.stream().filter(person -> group == null || person.isIn(group))
                .filter(person -> matches(person, q)).toList()));
        model.addAttribute("total", here.size());
        model.addAttribute("q", q);
        model.addAttribute("group", group);
        model.addAttribute("groups", StaffGroup.values());
        model.addAttribute("gone", gone);
        model.addAttribute("administers", viewer.administers());
        model.addAttribute("manyShops", shops.configured().size() > 1);
        model.addAttribute("mode", assignment.mode());
        model.addAttribute("withoutShop", shops.configured().isEmpty() ? List.of() : here.stream().filter(Account::seesNoShop).toList());
        model.addAttribute("withoutGroup", here.stream().filter(person -> person.groups().isEmpty()).toList());
        Map<String, Long> leftBehind = handOver.counts(gone.stream().map(Account::id).toList());
        model.addAttribute("leftBehind", gone.stream().filter(person -> leftBehind.containsKey(person.id())).toList());
        model.addAttribute("locked", locked(viewer, people));
        return "people/list";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(new NewPerson("", "", "", List.of(StaffGroup.AGENTS), true, List.of()), model);
    }

    /** The page with the password is the answer itself: nothing keeps it, and it is never seen again. */
    @PostMapping
    String make(@ModelAttribute("typed") NewPerson typed, Model model) {
        try {
            model.addAttribute("password", household.welcome(typed));
        } catch (InvalidInput refused) {
            model.addAttribute("problem", refused.getMessage());
            return form(typed, model);
        }
        model.addAttribute("person", reach.seen(reach.viewer(), typed.id().strip()));
        model.addAttribute("made", true);
        return "people/password";
    }

    private String form(NewPerson typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("groups", StaffGroup.values());
        model.addAttribute("shops", shops.configured());
        return "people/new";
    }

    private List<Locked> locked(Viewer viewer, List<Account> people) {
        Map<String, Account> known = people.stream().collect(Collectors.toMap(Account::id, person -> person));
        return throttle.now().stream().filter(throttled -> known.containsKey(throttled.user()))
                .map(throttled -> new Locked(throttled.user(), known.get(throttled.user()).name(), throttled.failures(),
                        wording.moment(throttled.until()), viewer.leads(known.get(throttled.user())))).toList();
    }

    private static boolean matches(Account person, String q) {
        String wanted = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        return Stream.of(person.id(), person.name(), person.email() == null ? "" : person.email())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
