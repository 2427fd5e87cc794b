package org.complaintdesk.intake.csv;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.core.io.ClassPathResource;
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

/** Upload a file, watch it being taken in, see what was refused and why. */
@Controller
@RequestMapping("/imports")
class ImportPages {

    private static final int LATEST = 20;
    private static final int REJECTS_SHOWN = 100;
    private static final int NAMES_SHOWN = 6;

    private final Imports imports;
    private final RejectsFile rejects;
    private final ColumnNames names;
    private final ImportProperties settings;
    private final Staff staff;
    private final Wording wording;

    ImportPages(Imports imports, RejectsFile rejects, ColumnNames names, ImportProperties settings, Staff staff, Wording wording) {
        this.imports = imports;
        this.rejects = rejects;
        this.names = names;
        this.settings = settings;
        this.staff = staff;
        this.wording = wording;
    }

    /** One file in the list. */
    record Listed(CsvImport file, ImportState state, String who) {
    }

    /** One column as it is explained. */
    record Explained(Column column, boolean required, List<String> names, String hint) {
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "REVIEWS") ImportKind kind, @RequestParam(defaultValue = "false") boolean tooLarge,
                Model model) {
        if (tooLarge) {
            model.addAttribute("problem", wording.text("problem.file-too-large", settings.largestFile().toMegabytes()));
        }
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", ImportKind.values());
        model.addAttribute("platforms", Channel.values());
        model.addAttribute("files", imports.latest(LATEST).stream().map(this::listed).toList());
        model.addAttribute("columns", imports.target(kind).columns().stream()
                .map(column -> explained(column, imports.target(kind))).toList());
        model.addAttribute("megabytes", settings.largestFile().toMegabytes());
        return "imports/list";
    }

    @PostMapping
    String upload(@RequestParam ImportKind kind, @RequestParam MultipartFile file, @RequestParam(defaultValue = "") String shop,
                  @RequestParam(required = false) Channel platform, Principal who, HttpServletResponse response, Model model) {
        try {
            return "redirect:/imports/" + imports.upload(kind, new Upload(file.getOriginalFilename(), file), shop, platform, who.getName());
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("refusedFile", file.getOriginalFilename());
            model.addAttribute("shop", shop);
            model.addAttribute("platform", platform);
            return list(kind, false, model);
        }
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        CsvImport file = known(id);
        ImportState state = imports.state(file);
        model.addAttribute("file", file);
        model.addAttribute("state", state);
        model.addAttribute("who", staff.displayName(file.uploadedBy()));
        model.addAttribute("rejects", imports.rejects(file, REJECTS_SHOWN));
        model.addAttribute("understood", imports.target(file.kind()).columns().stream()
                .filter(file.layout().understood()::contains).toList());
        return "imports/import";
    }

    @GetMapping("/{id:\\d+}/rejects.csv")
    void rejects(@PathVariable long id, HttpServletResponse response) throws IOException {
        CsvImport file = known(id);
        download(response, "rejects-" + id + ".csv");
        rejects.write(file, response.getOutputStream());
    }

    /** A file that can be uploaded as it is. */
    @GetMapping("/sample-{kind:reviews|complaints|orders}.csv")
    void sample(@PathVariable String kind, HttpServletResponse response) throws IOException {
        ClassPathResource sample = new ClassPathResource("imports/%s_%s.csv".formatted(kind, wording.locale().getLanguage()));
        download(response, "sample-" + kind + ".csv");
        response.getOutputStream().write(sample.getContentAsByteArray());
    }

    private static void download(HttpServletResponse response, String name) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
    }

    private Listed listed(CsvImport file) {
        return new Listed(file, imports.state(file), staff.displayName(file.uploadedBy()));
    }

    private Explained explained(Column column, RowTarget target) {
        return new Explained(column, target.required().contains(column),
                names.examples(column, wording.locale(), NAMES_SHOWN), wording.text("import.hint." + column.name()));
    }

    private CsvImport known(long id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
