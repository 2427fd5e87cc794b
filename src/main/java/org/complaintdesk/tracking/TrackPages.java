package org.complaintdesk.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.evidence.Download;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.platform.CustomerForms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A case as its customer sees it. Nothing here changes anything. */
@Controller
@RequestMapping("/track")
class TrackPages {

    private static final String FILE = "/{token}/files/{file}";

    private final Visits visits;
    private final TrackScreen screen;
    private final EvidenceFiles evidence;

    TrackPages(Visits visits, TrackScreen screen, EvidenceFiles evidence) {
        this.visits = visits;
        this.screen = screen;
        this.evidence = evidence;
    }

    @GetMapping("/{token}")
    String show(@PathVariable String token, @RequestParam(required = false) Deed deed,
                @RequestParam(required = false) Answered answered, Locale locale, Model model, HttpServletRequest request) {
        return screen.show(visits.of(token, request), Draft.NONE, Notice.of(deed, answered), locale, model);
    }

    /** Where a form was sent to, asked for again: somebody loads the page once more, or a scanner follows everything. */
    @GetMapping("/{token}/{form}")
    String back(@PathVariable String token, HttpServletRequest request) {
        visits.of(token, request);
        return "redirect:/track/" + token;
    }

    @GetMapping(FILE)
    void file(@PathVariable String token, @PathVariable UUID file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Visit visit = visits.of(token, request);
        answer(shown(visit, file).flatMap(id -> evidence.open(visit.number().value(), id)), response);
    }

    @GetMapping(FILE + "/thumbnail")
    void thumbnail(@PathVariable String token, @PathVariable UUID file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Visit visit = visits.of(token, request);
        answer(shown(visit, file).flatMap(id -> evidence.thumbnail(visit.number().value(), id)), response);
    }

    private Optional<UUID> shown(Visit visit, UUID file) {
        return screen.shows(visit, file) ? Optional.of(file) : Optional.empty();
    }

    private static void answer(Optional<Download> download, HttpServletResponse response) throws IOException {
        if (download.isPresent()) {
            download.get().answer(response, false);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    /** A form came without its token: shown again as it was typed, nothing is done. */
    @PostMapping("/again")
    String again(Locale locale, Model model, HttpServletRequest request, HttpServletResponse response) {
        String[] sentTo = CustomerForms.sentTo(request).orElse("/track").split("/");
        Visit visit = visits.of(sentTo.length > 2 ? sentTo[2] : "", request);
        Draft draft = Optional.ofNullable(sentTo.length > 3 ? sentTo[3] : null).flatMap(Deed::of)
                .map(deed -> Typed.draft(deed, request).with("form", screen.words(locale).text("track.problem.again")))
                .orElse(Draft.NONE);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return screen.show(visit, draft, null, locale, model);
    }
}
