package org.complaintdesk.intake.mailbox;

import jakarta.mail.MessagingException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.CleanText;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What lies in the mailbox, what was taken in, and what became of each mail. */
@Controller
@RequestMapping("/mailbox")
class MailboxPages {

    private static final int PAGE = 50;

    private final MailboxProperties settings;
    private final MailStore store;
    private final RawMails raws;
    private final ReaderTurn turn;
    private final Comparison comparison;
    private final Shops shops;
    private final Staff staff;
    private final Wording wording;

    MailboxPages(MailboxProperties settings, MailStore store, RawMails raws, ReaderTurn turn, Comparison comparison, Shops shops,
                 Staff staff, Wording wording) {
        this.settings = settings;
        this.store = store;
        this.raws = raws;
        this.turn = turn;
        this.comparison = comparison;
        this.shops = shops;
        this.staff = staff;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String list(@RequestParam(required = false) MailState state, @RequestParam(defaultValue = "0") int page, Model model) {
        int at = Math.max(0, Math.min(page, 100_000));
        List<InboundMail> mails = store.latest(state, PAGE + 1, (long) at * PAGE);
        model.addAttribute("mailbox", settings.name());
        model.addAttribute("isOn", settings.isOn());
        model.addAttribute("isConfigured", settings.isConfigured());
        model.addAttribute("reading", turn.of(settings.name()).orElse(null));
        Map<Boolean, List<Finding>> findings = comparison.latest(settings.name()).stream().collect(Collectors.partitioningBy(Finding::isWrong));
        model.addAttribute("wrong", findings.get(true));
        model.addAttribute("staying", findings.get(false));
        model.addAttribute("states", counts());
        model.addAttribute("state", state);
        model.addAttribute("mails", mails.subList(0, Math.min(PAGE, mails.size())));
        model.addAttribute("at", at);
        model.addAttribute("more", mails.size() > PAGE);
        return "mailbox/list";
    }

    private Map<MailState, Long> counts() {
        Map<MailState, Long> counts = new LinkedHashMap<>();
        for (MailState each : MailState.values()) {
            counts.put(each, store.count(each));
        }
        return counts;
    }

    @PostMapping("/compare")
    String compare(RedirectAttributes after) {
        if (!settings.isConfigured()) {
            return "redirect:/mailbox";
        }
        try (Inbox inbox = Inbox.open(settings)) {
            comparison.compare(settings, inbox);
        } catch (MessagingException e) {
            after.addFlashAttribute("problem", wording.text("mailbox.not-reached", CleanText.cut(String.valueOf(e.getMessage()), 200)));
        }
        return "redirect:/mailbox#comparison";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        InboundMail mail = known(id);
        model.addAttribute("mail", mail);
        model.addAttribute("decidedBy", mail.decidedBy() == null ? null : staff.displayName(mail.decidedBy()));
        return "mailbox/mail";
    }

    /** As text, whatever it holds: no browser runs anything of it. */
    @GetMapping("/{id:\\d{1,18}}/raw.txt")
    void raw(@PathVariable long id, HttpServletResponse response) throws IOException {
        send(id, "text/plain;charset=ISO-8859-1", ContentDisposition.inline().filename("mail-" + id + ".txt").build(), response);
    }

    @GetMapping("/{id:\\d{1,18}}/raw.eml")
    void download(@PathVariable long id, HttpServletResponse response) throws IOException {
        send(id, "application/octet-stream", ContentDisposition.attachment().filename("mail-" + id + ".eml").build(), response);
    }

    private void send(long id, String type, ContentDisposition disposition, HttpServletResponse response) throws IOException {
        if (!known(id).rawKept()) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        raws.write(id, response.getOutputStream());
    }

    private InboundMail known(long id) {
        return store.find(id).filter(mail -> shops.seenNow().includes(mail.shop())).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
