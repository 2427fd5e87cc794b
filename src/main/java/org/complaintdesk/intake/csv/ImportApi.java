package org.complaintdesk.intake.csv;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.complaintdesk.complaint.Channel;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/imports")
class ImportApi {

    private static final int LATEST = 50;
    /** More are in the rejects' file, which is never cut. */
    private static final int MOST_REJECTS = 10_000;

    private final Imports imports;
    private final RejectsFile rejects;

    ImportApi(Imports imports, RejectsFile rejects) {
        this.imports = imports;
        this.rejects = rejects;
    }

    @PostMapping(path = "/reviews", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> reviews(@RequestParam List<MultipartFile> file, @RequestParam(required = false) @Size(max = 100) String shop,
                                       @RequestParam(required = false) Channel platform, Principal who) {
        return accept(ImportKind.REVIEWS, file, shop, platform, who);
    }

    @PostMapping(path = "/complaints", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> complaints(@RequestParam List<MultipartFile> file, @RequestParam(required = false) @Size(max = 100) String shop,
                                          @RequestParam(required = false) Channel platform, Principal who) {
        return accept(ImportKind.COMPLAINTS, file, shop, platform, who);
    }

    @PostMapping(path = "/orders", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> orders(@RequestParam List<MultipartFile> file, @RequestParam(required = false) @Size(max = 100) String shop,
                                      @RequestParam(required = false) Channel platform, Principal who) {
        return accept(ImportKind.ORDERS, file, shop, platform, who);
    }

    private ResponseEntity<ImportView> accept(ImportKind kind, List<MultipartFile> sent, String shop, Channel platform, Principal who) {
        MultipartFile file = imports.only(sent);
        long id = imports.upload(kind, new Upload(file.getOriginalFilename(), file), shop, platform, who.getName());
        CsvImport accepted = known(id);
        return ResponseEntity.accepted().location(URI.create("/api/imports/" + id))
                .body(ImportView.of(accepted, imports.state(accepted), null));
    }

    @GetMapping
    List<ImportView> list() {
        return imports.latest(LATEST).stream().map(file -> ImportView.of(file, imports.state(file), null)).toList();
    }

    @GetMapping("/{id}")
    ImportView show(@PathVariable long id) {
        CsvImport file = known(id);
        return ImportView.of(file, imports.state(file), imports.rejects(file, MOST_REJECTS));
    }

    @GetMapping("/{id}/rejects.csv")
    void rejects(@PathVariable long id, HttpServletResponse response) throws IOException {
        CsvImport file = known(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("rejects-" + id + ".csv").build().toString());
        rejects.write(file, response.getOutputStream());
    }

    private CsvImport known(long id) {
        return imports.find(id).orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
    }
}
