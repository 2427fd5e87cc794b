package org.complaintdesk.people;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintdesk.assignment.Skills;
import org.complaintdesk.casework.HandOver;
import org.complaintdesk.casework.Pile;
import org.complaintdesk.identity.Account;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.SignInThrottle;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.people.HandOverOrder.Way;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.roster.Roster;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one person shows, and how its forms are read. */
@Component
class PersonSheet {

    private static final int SHOWN = 50;
    private static final int REASON_LENGTH = 200;

    private final Reach reach;
    private final PeopleList list;
    private final HandOvers handOvers;
    private final HandOver handOver;
    private final Skills skills;
    private final SkillWords words;
    private final SignInThrottle throttle;
    private final Shops shops;
    private final Roster roster;
    private final Wording wording;
    private final Clock clock;

    PersonSheet(Reach reach, PeopleList list, HandOvers handOvers, HandOver handOver, Skills skills, SkillWords words,
                SignInThrottle throttle, Shops shops, Roster roster, Wording wording, Clock clock) {
        this.reach = reach;
        this.list = list;
        this.handOvers = handOvers;
        this.handOver = handOver;
        this.skills = skills;
        this.words = words;
        this.throttle = throttle;
        this.shops = shops;
        this.roster = roster;
        this.wording = wording;
        this.clock = clock;
    }

    /** @param page its case file; null when it has none */
    record Line(String caseNumber, String page, String tasks, String shop, String due) {
    }

    String show(Viewer viewer, Account person, Model model) {
        List<Pile> piles = handOvers.seenNow(person.id());
        long seen = piles.stream().mapToLong(pile -> pile.tasks().size()).sum();
        model.addAttribute("person", person);
        model.addAttribute("row", list.rows(List.of(person)).get(0));
        model.addAttribute("leads", viewer.leads(person));
        model.addAttribute("administers", viewer.administers());
        model.addAttribute("myself", viewer.account().id().equals(person.id()));
        model.addAttribute("lines", piles.stream().limit(SHOWN).map(this::line).toList());
        model.addAttribute("more", piles.size() - Math.min(SHOWN, piles.size()));
        model.addAttribute("count", seen);
        model.addAttribute("elsewhere", handOver.counts(List.of(person.id())).getOrDefault(person.id(), 0L) - seen);
        model.addAttribute("waiting", handOver.casesOf(person.id()).size());
        model.addAttribute("agent", person.isIn(StaffGroup.AGENTS));
        model.addAttribute("choices", words.choices(skills.of(person.id())));
        model.addAttribute("ways", Way.values());
        model.addAttribute("colleagues", colleagues(viewer, person));
        model.addAttribute("groups", StaffGroup.values());
        model.addAttribute("shops", shops.configured());
        model.addAttribute("locked", throttle.now().stream().filter(throttled -> throttled.user().equals(person.id())).findFirst()
                .map(throttled -> wording.text("people.locked.one", throttled.failures(), wording.moment(throttled.until()))).orElse(null));
        if (!model.containsAttribute("typed") || model.containsAttribute("done")) {
            model.addAttribute("typed", new TypedHandOver(Way.SPREAD, "", "", false));
        }
        return "people/person";
    }

    /** @throws InvalidInput naming {@code way}, {@code to} or {@code why} */
    HandOverOrder read(Viewer viewer, Account person, TypedHandOver typed) {
        if (typed.way() == null) {
            throw new InvalidInput("way", wording.text("people.problem.way"));
        }
        String why = CleanText.of(typed.why());
        if (why != null && why.length() > REASON_LENGTH) {
            throw new InvalidInput("why", wording.text("people.problem.why", REASON_LENGTH));
        }
        String to = typed.way() == Way.TO_ONE ? typed.to() : null;
        if (typed.way() == Way.TO_ONE && colleagues(viewer, person).stream().noneMatch(colleague -> colleague.getKey().equals(to))) {
            throw new InvalidInput("to", wording.text("people.problem.to"));
        }
        return new HandOverOrder(person.id(), typed.way(), to, why, typed.cases());
    }

    /** Whoever is there now and works in one of this person's groups, or in any when the person has left. */
    private List<Map.Entry<String, String>> colleagues(Viewer viewer, Account person) {
        List<Account> others = reach.everybody(viewer).stream().filter(other -> !other.left() && !other.id().equals(person.id()))
                .filter(other -> person.left() || Stream.of(StaffGroup.values()).anyMatch(group -> person.isIn(group) && other.isIn(group)))
                .toList();
        List<String> there = roster.notAway(others.stream().map(Account::id).toList(), clock.instant());
        return others.stream().filter(other -> there.contains(other.id())).map(other -> Map.entry(other.id(), other.name())).toList();
    }

    private Line line(Pile pile) {
        String number = pile.caseNumber();
        String page = number.startsWith("C-") ? "/cases/" + number : number.startsWith("R-") ? "/reviews/" + number : null;
        return new Line(page == null ? "" : number, page, handOver.names(pile.tasks()), pile.shop(), wording.moment(pile.tasks().get(0).due()));
    }
}
