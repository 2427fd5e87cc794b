package org.complaintdesk.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Hands out a case file: with masked contacts to whoever works with cases, in full to whoever says why. */
@Controller
@RequestMapping("/cases/{number}/file.pdf")
class CaseFilePdfPages {

    private final Complaints complaints;
    private final CaseFilePdf pdf;
    private final CasePages casePages;
    private final Wording wording;

    CaseFilePdfPages(Complaints complaints, CaseFilePdf pdf, CasePages casePages, Wording wording) {
        this.complaints = complaints;
        this.pdf = pdf;
        this.casePages = casePages;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    void masked(@PathVariable String number, @RequestParam(defaultValue = "false") boolean internal, Principal who,
                HttpServletResponse response) throws IOException {
        answer(number, pdf.masked(find(number), internal, who), response);
    }

    @PostMapping
    String whole(@PathVariable String number, @RequestParam(defaultValue = "false") boolean internal,
                 @RequestParam(defaultValue = "") String reason, Principal who, HttpServletResponse response, Model model)
            throws IOException {
        try {
            answer(number, pdf.whole(find(number), internal, reason, who), response);
            return null;
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("fileProblem", refused.getMessage());
            model.addAttribute("fileReason", reason);
            return casePages.show(number, who, model);
        }
    }

    private static void answer(String number, byte[] file, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(file.length);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(number + ".pdf", StandardCharsets.UTF_8)
                .build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(file);
    }

    private Complaint find(String number) {
        return complaints.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
