package org.complaintdesk.intake.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.complaintdesk.evidence.Download;
import org.complaintdesk.platform.ClientAddress;
import org.complaintdesk.platform.CustomerForms;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.RateLimits;
import org.complaintdesk.platform.Wording;
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

/** A customer files a complaint. Whatever is wrong, the form comes back with everything that was typed and sent. */
@Controller
@RequestMapping("/portal")
class PortalPages {

    private static final String EVERYONE = "";
    private static final int PRESET = 100;
    private static final String TRY_AGAIN_SECONDS = "300";
    /** The page that goes back to a form finds there what was typed. */
    private static final String KEPT_BY_THE_BROWSER = "private, no-cache";

    private final PortalView view;
    private final FormStamps stamps;
    private final FormReader reader;
    private final Photos photos;
    private final Filings filings;
    private final RateLimits limits;
    private final PortalProperties settings;
    private final Wording wording;
    private final Clock clock;

    PortalPages(PortalView view, FormStamps stamps, FormReader reader, Photos photos, Filings filings, RateLimits limits,
                PortalProperties settings, Wording wording, Clock clock) {
        this.view = view;
        this.stamps = stamps;
        this.reader = reader;
        this.photos = photos;
        this.filings = filings;
        this.limits = limits;
        this.settings = settings;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String shop, @RequestParam(defaultValue = "") String order, Locale locale,
                HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT_BY_THE_BROWSER);
        return view.empty(PortalForm.empty(preset(shop), preset(order)), locale, model);
    }

    @PostMapping
    String file(@ModelAttribute("form") PortalForm form, @RequestParam(required = false) List<MultipartFile> files, Locale locale,
                HttpServletRequest request, HttpServletResponse response, Model model) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<FormStamp> known = stamps.read(form.stamp());
        FormStamp stamp = known.filter(this::isCurrent).orElseGet(() -> renewed(known));
        try {
            if (known.isPresent() && filings.find(stamp.draft()).isPresent()) {
                return receipt(stamp);
            }
            Reading reading = reader.read(form, locale);
            problems.putAll(reading.problems());
            keep(stamp, form, files, request, locale).ifPresent(refused -> problems.put("files", refused));
            if (form.looksLikeAProgram() || !known.equals(Optional.of(stamp)) || isHurried(stamp)) {
                problems.put("form", text(locale, "check-again"));
            }
            if (!problems.isEmpty()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            } else if (!limits.allows(settings.complaintsOfOne(), ClientAddress.of(request))
                    || !limits.allows(settings.complaintsOfAll(), EVERYONE)) {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
                problems.put("form", text(locale, "too-many"));
            } else {
                filings.file(stamp, reading.complaint());
                return receipt(stamp);
            }
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            problems.put(invalid.field(), invalid.getMessage());
        }
        return view.again(form, stamp, problems, locale, model);
    }

    /** The form came without its token; see {@link CustomerForms#sentTo}. Nothing is done but to show it again. */
    @PostMapping("/again")
    String again(@ModelAttribute("form") PortalForm form, @RequestParam(required = false) List<MultipartFile> files, Locale locale,
                 HttpServletRequest request, HttpServletResponse response, Model model) {
        if (CustomerForms.sentTo(request).filter(LostLinkPages.PATH::equals).isPresent()) {
            return "forward:" + LostLinkPages.PATH + "/again";
        }
        Optional<FormStamp> known = stamps.read(form.stamp());
        FormStamp stamp = known.filter(this::isCurrent).orElseGet(() -> renewed(known));
        Map<String, String> problems = new LinkedHashMap<>(Map.of("form", text(locale, "token-lost")));
        keep(stamp, form, files, request, locale).ifPresent(refused -> problems.put("files", refused));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return view.again(form, stamp, problems, locale, model);
    }

    /** A small picture of a file that waits with its form. */
    @GetMapping("/photo/{stamp}/{id}")
    void photo(@PathVariable String stamp, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        Download picture = stamps.read(stamp).flatMap(known -> photos.small(known, id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        picture.answer(response, false);
    }

    private Optional<String> keep(FormStamp stamp, PortalForm form, List<MultipartFile> files, HttpServletRequest request, Locale locale) {
        List<String> refused = photos.keep(stamp, form.removed(), files, CustomerForms.files(request), wording.in(locale));
        return refused.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", refused));
    }

    /** The files that were sent with a form that is too old are not lost. */
    private FormStamp renewed(Optional<FormStamp> known) {
        FormStamp fresh = stamps.fresh();
        return known.map(old -> new FormStamp(old.draft(), fresh.openedAt())).orElse(fresh);
    }

    private static String receipt(FormStamp stamp) {
        return "redirect:/portal/receipt/" + stamp.key();
    }

    private boolean isCurrent(FormStamp stamp) {
        return clock.instant().isBefore(stamp.openedAt().plus(settings.formFor()));
    }

    private boolean isHurried(FormStamp stamp) {
        return clock.instant().isBefore(stamp.openedAt().plus(settings.fastest()));
    }

    private String text(Locale locale, String problem) {
        return wording.in(locale).text("portal.problem." + problem);
    }

    private static String preset(String text) {
        return text.length() <= PRESET ? text : "";
    }
}
