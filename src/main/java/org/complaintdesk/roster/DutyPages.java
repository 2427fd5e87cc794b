package org.complaintdesk.roster;

import java.security.Principal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.complaintdesk.identity.Staff;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A person's weekly hours: everybody reads them, overseers change them. */
@Controller
@RequestMapping("/roster/people/{person}")
class DutyPages {

    private static final int LONGEST_LINE = 100;

    private final DutyStore store;
    private final Staff staff;
    private final Wording wording;

    DutyPages(DutyStore store, Staff staff, Wording wording) {
        this.store = store;
        this.staff = staff;
        this.wording = wording;
    }

    /** One day of the week, as it is typed. */
    record Line(String field, String day, String typed) {
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String show(@PathVariable String person, Principal who, Model model) {
        DutyStore.Entry entry = entry(person);
        DutyHours hours = entry == null ? DutyHours.ANY_TIME : entry.hours();
        return page(person, entry, lines(day -> Shift.text(hours.on(day))), who, model);
    }

    @PostMapping
    String change(@PathVariable String person, @RequestParam long opened, @RequestParam Map<String, String> typed,
                  Principal who, Model model) {
        DutyStore.Entry entry = entry(person);
        try {
            DutyHours hours = read(typed);
            if (opened != (entry == null ? 0 : entry.id())) {
                throw new InvalidInput("opened", wording.text("roster.problem.meanwhile"));
            }
            store.enter(person, hours, who.getName());
        } catch (InvalidInput refused) {
            model.addAttribute("problem", refused.getMessage());
            return page(person, entry, lines(day -> typed.getOrDefault(day.name(), "")), who, model);
        }
        return "redirect:/roster?saved";
    }

    private DutyHours read(Map<String, String> typed) {
        EnumMap<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String line = typed.getOrDefault(day.name(), "");
            try {
                if (line.length() > LONGEST_LINE) {
                    throw new IllegalArgumentException("Too long");
                }
                week.put(day, Shift.parse(line));
            } catch (IllegalArgumentException e) {
                throw new InvalidInput(day.name(), wording.text("roster.problem.hours", name(day)));
            }
        }
        return new DutyHours(week);
    }

    private DutyStore.Entry entry(String person) {
        if (staff.groups(person) == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return store.hours(List.of(person)).get(person);
    }

    private List<Line> lines(Function<DayOfWeek, String> typed) {
        return Stream.of(DayOfWeek.values()).map(day -> new Line(day.name(), name(day), typed.apply(day))).toList();
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, wording.locale());
    }

    private String page(String person, DutyStore.Entry entry, List<Line> lines, Principal who, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("name", staff.displayName(person));
        model.addAttribute("lines", lines);
        model.addAttribute("opened", entry == null ? 0 : entry.id());
        model.addAttribute("changed", entry == null ? null
                : wording.text("roster.changed", staff.displayName(entry.who()), wording.moment(entry.at())));
        model.addAttribute("oversees", staff.oversees(who.getName()));
        return "roster/person";
    }
}
