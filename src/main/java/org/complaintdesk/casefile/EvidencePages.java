package org.complaintdesk.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.evidence.Download;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.EvidenceProperties;
import org.complaintdesk.evidence.NewFile;
import org.complaintdesk.evidence.Origin;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.Reviews;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
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

/** The files of one case for staff: look at them, add some. Forms in Tasklist cannot upload; they link here. */
@Controller
@RequestMapping("/{kind:cases|reviews}/{number}/evidence")
class EvidencePages {

    private final EvidenceFiles files;
    private final EvidenceTiles tiles;
    private final EvidenceProperties settings;
    private final MultipartProperties uploads;
    private final Complaints complaints;
    private final Reviews reviews;
    private final Wording wording;

    EvidencePages(EvidenceFiles files, EvidenceTiles tiles, EvidenceProperties settings, MultipartProperties uploads,
                  Complaints complaints, Reviews reviews, Wording wording) {
        this.files = files;
        this.tiles = tiles;
        this.settings = settings;
        this.uploads = uploads;
        this.complaints = complaints;
        this.reviews = reviews;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    /** Every path here is about a case that exists. */
    @ModelAttribute
    void known(@PathVariable String kind, @PathVariable String number) {
        if (!(kind.equals("cases") ? complaints.find(number).isPresent() : reviews.find(number).isPresent())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    @GetMapping
    String list(@PathVariable String kind, @PathVariable String number, @RequestParam(defaultValue = "0") int kept,
                @RequestParam(defaultValue = "false") boolean tooLarge, Model model) {
        if (tooLarge) {
            model.addAttribute("problems", List.of(wording.text("evidence.request-too-large", uploads.getMaxFileSize().toMegabytes())));
        }
        model.addAttribute("kind", kind);
        model.addAttribute("number", number);
        model.addAttribute("kept", kept);
        model.addAttribute("tiles", tiles.of(number));
        model.addAttribute("megabytes", settings.largestFile().toMegabytes());
        model.addAttribute("together", uploads.getMaxFileSize().toMegabytes());
        return "cases/evidence";
    }

    @PostMapping
    String add(@PathVariable String kind, @PathVariable String number, @RequestParam(name = "files") List<MultipartFile> sent,
               @RequestParam(defaultValue = "") String note, Principal who, HttpServletResponse response, Model model) {
        List<String> problems = new ArrayList<>();
        List<MultipartFile> chosen = sent.stream().filter(file -> !(file.isEmpty() && "".equals(file.getOriginalFilename()))).toList();
        for (MultipartFile file : chosen) {
            try {
                files.store(new NewFile(number, file.getOriginalFilename(), file, Origin.STAFF, who.getName(), note));
            } catch (InvalidInput refused) {
                problems.add(refused.getMessage());
            }
        }
        if (chosen.isEmpty()) {
            problems.add(wording.text("evidence.choose"));
        }
        if (problems.isEmpty()) {
            return "redirect:/%s/%s/evidence?kept=%d".formatted(kind, number, chosen.size());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problems", problems.stream().distinct().toList());
        model.addAttribute("note", note);
        return list(kind, number, chosen.size() - problems.size(), false, model);
    }

    @GetMapping("/{id}")
    void open(@PathVariable String number, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean unscanned,
              @RequestParam(defaultValue = "false") boolean save, HttpServletResponse response) throws IOException {
        answer(unscanned ? files.openUnscanned(number, id) : files.open(number, id), save || unscanned, response);
    }

    @GetMapping("/{id}/thumbnail")
    void thumbnail(@PathVariable String number, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        answer(files.thumbnail(number, id), false, response);
    }

    private static void answer(Optional<Download> file, boolean save, HttpServletResponse response) throws IOException {
        file.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).answer(response, save);
    }
}
