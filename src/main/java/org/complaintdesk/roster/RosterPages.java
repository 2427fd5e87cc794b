package org.complaintdesk.roster;

import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.DeskProperties;
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

/** The roster for staff: a week of everybody, and absences, which each enters of his or her own and overseers of all. */
@Controller
@RequestMapping("/roster")
class RosterPages {

    private static final Duration AHEAD = Duration.ofDays(400);

    private final DutyStore store;
    private final WeekView view;
    private final Staff staff;
    private final Wording wording;
    private final ZoneId zone;
    private final Clock clock;

    RosterPages(DutyStore store, WeekView view, Staff staff, Wording wording, DeskProperties desk, Clock clock) {
        this.store = store;
        this.view = view;
        this.staff = staff;
        this.wording = wording;
        this.zone = desk.zone();
        this.clock = clock;
    }

    /** An absence in words. */
    record Line(long id, String name, String from, String until, String reason, String enteredBy) {
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String week(@RequestParam(required = false) String week, Principal who, Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Week shown = Week.of(day(week, today), zone);
        boolean oversees = staff.oversees(who.getName());
        List<String> people = oversees ? everybody() : List.of(who.getName());
        model.addAttribute("week", shown);
        model.addAttribute("days", shown.shown(today, wording));
        model.addAttribute("teams", view.of(shown));
        model.addAttribute("oversees", oversees);
        model.addAttribute("me", who.getName());
        model.addAttribute("people", people.stream().map(person -> Map.entry(person, staff.displayName(person)))
                .sorted(Comparator.comparing(Map.Entry::getValue)).toList());
        model.addAttribute("absences", absences(people));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new NewAbsence(who.getName(), today.toString(), "", today.toString(), "", ""));
        }
        return "roster/week";
    }

    @PostMapping("/absences")
    String enter(@ModelAttribute("typed") NewAbsence typed, Principal who, Model model) {
        mustBeAllowed(typed.person(), who);
        try {
            NewAbsence.Read read = typed.read(zone, clock.instant(), wording);
            store.enter(typed.person(), read.from(), read.until(), read.reason(), who.getName());
        } catch (InvalidInput refused) {
            model.addAttribute("problem", refused.getMessage());
            return week(typed.fromDay(), who, model);
        }
        return "redirect:/roster?saved&week=" + LocalDate.parse(typed.fromDay().strip()) + "#absences";
    }

    @PostMapping("/absences/{id}/back")
    String takeBack(@PathVariable long id, Principal who) {
        Absence absence = store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        mustBeAllowed(absence.person(), who);
        store.takeBack(id, who.getName());
        return "redirect:/roster?saved#absences";
    }

    private void mustBeAllowed(String person, Principal who) {
        boolean own = who.getName().equals(person);
        if (!own && !(staff.oversees(who.getName()) && everybody().contains(person))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private List<String> everybody() {
        return Stream.of(StaffGroup.values()).flatMap(group -> staff.members(group.id()).stream()).distinct().toList();
    }

    private List<Line> absences(List<String> people) {
        Instant now = clock.instant();
        return store.absences(people, now, now.plus(AHEAD)).stream().map(absence -> new Line(absence.id(),
                staff.displayName(absence.person()), shown(absence.from(), 0), shown(absence.until(), 1),
                absence.reason(), staff.displayName(absence.enteredBy()))).toList();
    }

    /** A whole day is named without a time; the last one of an absence is the day before it ends. */
    private String shown(Instant moment, int daysBack) {
        LocalDateTime onTheWall = LocalDateTime.ofInstant(moment, zone);
        return onTheWall.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? DateTimeFormatter.ofPattern(wording.text("roster.day"), wording.locale()).format(onTheWall.minusDays(daysBack))
                : wording.moment(moment);
    }

    private static LocalDate day(String typed, LocalDate today) {
        try {
            return typed == null || typed.isBlank() ? today : Week.date(typed);
        } catch (DateTimeException e) {
            return today;
        }
    }
}
