package org.complaintdesk.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.complaintdesk.deadline.Calendars;
import org.complaintdesk.deadline.HolidayPublication;
import org.complaintdesk.deadline.KnownYear;
import org.complaintdesk.deadline.WhatIf;
import org.complaintdesk.deadline.calendar.HolidayYear;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The holidays of each year as a calendar; the next year's are loaded from a file, after a look at what moves. */
@Controller
@RequestMapping("/deadlines/calendar")
class CalendarPages {

    private static final int MOVES = 200;

    private final HolidaySheets sheets;
    private final HolidayUpload upload;
    private final HolidayPublication publication;
    private final Calendars calendars;
    private final CalendarWords words;
    private final Staff staff;
    private final Wording wording;

    CalendarPages(HolidaySheets sheets, HolidayUpload upload, HolidayPublication publication, Calendars calendars, CalendarWords words,
                  Staff staff, Wording wording) {
        this.sheets = sheets;
        this.upload = upload;
        this.publication = publication;
        this.calendars = calendars;
        this.words = words;
        this.staff = staff;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @ModelAttribute("dayPattern")
    String dayPattern() {
        return wording.text("calendar.day-pattern");
    }

    @GetMapping
    String show(@RequestParam(required = false) Integer year, @RequestParam(defaultValue = "false") boolean tooLarge, Model model) {
        if (tooLarge) {
            model.addAttribute("problem", upload.tooLarge());
        }
        List<Integer> years = sheets.years();
        int shown = year == null ? sheets.thisYear() : year;
        if (!years.contains(shown)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        KnownYear known = sheets.known(shown).orElse(null);
        fill(shown, known == null ? null : known.year(), model);
        model.addAttribute("source", known == null ? null : source(known));
        model.addAttribute("years", years.stream().map(String::valueOf).toList());
        model.addAttribute("missingNow", sheets.missingNow().orElse(null));
        model.addAttribute("missingNext", sheets.missingNext().orElse(null));
        model.addAttribute("calendars", calendars.all().stream().map(words::line).toList());
        model.addAttribute("kilobytes", HolidayUpload.LARGEST.toKilobytes());
        return "deadlines/calendar";
    }

    @GetMapping("/{year:\\d{4}}.yaml")
    void file(@PathVariable int year, HttpServletResponse response) throws IOException {
        KnownYear known = sheets.known(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setContentType("application/yaml;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(year + ".yaml").build().toString());
        response.getOutputStream().write(HolidayText.of(known.year()).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    String preview(@RequestParam MultipartFile file, HttpServletResponse response, Model model) throws IOException {
        try {
            String content = upload.content(file);
            HolidayYear year = upload.read(file.getOriginalFilename(), content);
            List<WhatIf> moves = publication.preview(content, MOVES);
            fill(year.year(), year, model);
            model.addAttribute("known", sheets.known(year.year()).isPresent());
            model.addAttribute("changes", sheets.changes(year));
            model.addAttribute("moves", moves.stream().map(words::move).toList());
            model.addAttribute("many", moves.size() == MOVES);
            model.addAttribute("content", content);
            return "deadlines/calendar-preview";
        } catch (InvalidInput refused) {
            return refused(refused, response, model);
        }
    }

    @PostMapping("/confirmed")
    String publish(@RequestParam String content, Principal who, HttpServletResponse response, RedirectAttributes after, Model model) {
        try {
            int year = upload.read(content).year();
            int moved = publication.publish(content, who.getName());
            after.addFlashAttribute("done", wording.text("calendar.published", String.valueOf(year), moved));
            return "redirect:/deadlines/calendar?year=" + year;
        } catch (InvalidInput refused) {
            return refused(refused, response, model);
        }
    }

    private String refused(InvalidInput refused, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problem", refused.getMessage());
        return show(null, false, model);
    }

    private void fill(int year, HolidayYear published, Model model) {
        model.addAttribute("year", String.valueOf(year));
        model.addAttribute("published", published);
        model.addAttribute("notice", published == null ? null : wording.text("calendar.source", published.notice(),
                DateTimeFormatter.ISO_LOCAL_DATE.format(published.published())));
        model.addAttribute("sheet", YearSheet.of(Year.of(year), published, wording.locale()));
    }

    private String source(KnownYear known) {
        return switch (known.source()) {
            case PUBLISHED -> wording.text("calendar.from-page", staff.displayName(known.by()), wording.moment(known.at()));
            case FOLDER -> wording.text("calendar.from-folder");
            case BROUGHT -> wording.text("calendar.from-software");
        };
    }
}
