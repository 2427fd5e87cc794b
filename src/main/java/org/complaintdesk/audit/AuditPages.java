package org.complaintdesk.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.SpreadsheetFile;
import org.complaintdesk.platform.Wording;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The audit log for administrators and managers: they read, download and check it. */
@Controller
@RequestMapping("/audit")
class AuditPages {

    private static final int PAGE = 100;

    private final AuditLines lines;
    private final ChainCheck check;
    private final AuditLog audit;
    private final Wording wording;
    private final DateTimeFormatter seconds;

    AuditPages(AuditLines lines, ChainCheck check, AuditLog audit, Wording wording, DeskProperties desk) {
        this.lines = lines;
        this.check = check;
        this.audit = audit;
        this.wording = wording;
        this.seconds = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(desk.zone());
    }

    /** A line in words. */
    record Told(long number, String at, String what, String who, String address, String subject, String detail) {
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String show(AuditFilter filter, Model model) {
        List<AuditLines.Line> found = lines.find(filter, PAGE + 1);
        model.addAttribute("filter", filter);
        model.addAttribute("events", AuditEvent.values());
        model.addAttribute("lines", found.stream().limit(PAGE).map(this::told).toList());
        model.addAttribute("earlier", found.size() > PAGE ? filter.to(found.get(PAGE).number()) : null);
        return "audit/log";
    }

    /** Posted because it reads everything; it changes nothing. */
    @PostMapping("/check")
    String check(AuditFilter filter, Model model) {
        model.addAttribute("state", check.run());
        return show(filter, model);
    }

    /** Written while it is read. Noted before the first line goes out, and not among them. */
    @GetMapping("/lines.csv")
    void file(AuditFilter filter, HttpServletResponse response) throws IOException {
        AuditLines.Extent found = lines.extent(filter);
        audit.record(AuditEvent.EXPORTED, "audit", found.lines() + " lines");
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("audit.csv").build().toString());
        SpreadsheetFile sheet = new SpreadsheetFile(response.getOutputStream());
        sheet.row(List.of(wording.text("audit.line"), wording.text("audit.at"), wording.text("audit.what"), wording.text("audit.who"),
                wording.text("audit.address"), wording.text("audit.subject"), wording.text("audit.detail")));
        lines.each(filter.to(found.latest()), line -> sheet.row(row(told(line))));
        sheet.flush();
    }

    private static List<String> row(Told line) {
        return List.of(String.valueOf(line.number()), line.at(), line.what(), line.who(), line.address(), line.subject(),
                line.detail());
    }

    private Told told(AuditLines.Line line) {
        Entry entry = line.entry();
        return new Told(line.number(), seconds.format(entry.at()), what(entry.what()), who(entry.who()), text(entry.address()),
                entry.subject(), text(entry.detail()));
    }

    private String who(String who) {
        return who.isEmpty() ? wording.text("audit.nobody") : who;
    }

    /** An event of a later version stays what it is called there. */
    private String what(String name) {
        return Arrays.stream(AuditEvent.values()).filter(event -> event.name().equals(name)).findFirst().map(wording::of).orElse(name);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
