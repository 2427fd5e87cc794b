package org.complaintdesk.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.platform.CustomerFormLimits;
import org.complaintdesk.platform.CustomerForms;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What customers write and send: evidence they were asked for, and messages. */
@Controller
class TrackLetters {

    private static final int TEXT_LENGTH = 5_000;

    private final Visits visits;
    private final Answering answering;
    private final TrackScreen screen;
    private final CustomerRequests requests;
    private final Uploads uploads;
    private final CustomerFormLimits forms;
    private final Wording wording;

    TrackLetters(Visits visits, Answering answering, TrackScreen screen, CustomerRequests requests, Uploads uploads,
                 CustomerFormLimits forms, Wording wording) {
        this.visits = visits;
        this.answering = answering;
        this.screen = screen;
        this.requests = requests;
        this.uploads = uploads;
        this.forms = forms;
        this.wording = wording;
    }

    @PostMapping("/track/{token}/{form:evidence|message}")
    String send(@PathVariable String token, @PathVariable String form, @RequestParam(required = false) List<MultipartFile> files,
                @RequestParam(defaultValue = "") List<String> removed, Locale locale, Model model, HttpServletRequest request,
                HttpServletResponse response) {
        Visit visit = visits.of(token, request);
        Deed deed = Deed.of(form).orElseThrow();
        Typed typed = Typed.in(deed, request, screen.words(locale));
        return answering.take(new Answering.Form(visit, deed, typed.draft(), locale, model, response), () -> {
            leftOut(CustomerForms.files(request), typed, screen.words(locale));
            uploads.drop(Uploads.draft(visit, key(typed.draft())), removed);
            return read(visit, deed, typed, chosen(files), wording.in(locale));
        });
    }

    private void leftOut(CustomerForms.Files files, Typed typed, TrackWords words) {
        if (files == CustomerForms.Files.TOO_LARGE) {
            typed.draft().with("files", words.text("track.problem.files-too-large", forms.largest().toMegabytes()));
        } else if (files == CustomerForms.Files.TOO_MANY) {
            typed.draft().with("files", words.text("track.problem.files-too-many"));
        }
    }

    private Supplier<Answered> read(Visit visit, Deed deed, Typed typed, List<MultipartFile> files, Wording language) {
        String key = key(typed.draft());
        String waiting = Uploads.draft(visit, key);
        String text = typed.optional("text", TEXT_LENGTH);
        List<String> refused = uploads.keep(waiting, visit, files, language);
        if (!refused.isEmpty()) {
            typed.draft().with("files", String.join("\n", refused));
        } else if (typed.draft().problems().isEmpty() && text == null && uploads.isEmpty(waiting)) {
            typed.missing("text");
        }
        String once = key + "." + content(text, files);
        return () -> {
            List<UUID> sent = uploads.attach(waiting, visit);
            return deed == Deed.EVIDENCE ? requests.provideEvidence(visit.number(), text, sent, once)
                    : requests.write(visit.number(), CustomerMessage.onPage(text, once, sent));
        };
    }

    /** Who goes back in the browser and writes something else has written something else. */
    private static String content(String text, List<MultipartFile> files) {
        return Integer.toHexString(Objects.hash(text,
                files.stream().map(file -> file.getOriginalFilename() + " " + file.getSize()).toList()));
    }

    /** A form that lost its key gets one: then only sending it twice is not noticed. */
    private static String key(Draft draft) {
        String key = draft.key().orElseGet(() -> UUID.randomUUID().toString());
        draft.typed().put("key", key);
        return key;
    }

    /** A browser sends an empty part where nothing was chosen. */
    private static List<MultipartFile> chosen(List<MultipartFile> files) {
        return files == null ? List.of() : files.stream()
                .filter(file -> !file.isEmpty() || file.getOriginalFilename() != null && !file.getOriginalFilename().isBlank()).toList();
    }
}
