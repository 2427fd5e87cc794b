package org.complaintdesk.intake.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.complaintdesk.evidence.Download;
import org.complaintdesk.intake.portal.Reception.Answer;
import org.complaintdesk.platform.ClientAddress;
import org.complaintdesk.platform.CustomerForms;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
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

    /** Cookie: the key of the form this browser sent last. A browser that goes back may be given a new form for the old text. */
    private static final String LAST_SENT = "desk-filed";
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int PRESET = 100;
    private static final String TRY_AGAIN_SECONDS = "300";
    /** Whoever goes back to a form finds there what was typed. */
    private static final String KEPT_BY_THE_BROWSER = "private, no-cache";

    private final PortalView view;
    private final Reception reception;
    private final FormStamps stamps;
    private final Photos photos;
    private final PortalProperties settings;

    PortalPages(PortalView view, Reception reception, FormStamps stamps, Photos photos, PortalProperties settings) {
        this.view = view;
        this.reception = reception;
        this.stamps = stamps;
        this.photos = photos;
        this.settings = settings;
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String shop, @RequestParam(defaultValue = "") String order, Locale locale,
                HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT_BY_THE_BROWSER);
        return view.empty(PortalForm.empty(preset(shop), preset(order)), locale, model);
    }

    @PostMapping
    String file(@ModelAttribute("form") PortalForm form, @RequestParam(required = false) List<MultipartFile> files,
                @CookieValue(name = LAST_SENT, required = false) String last, Locale locale, HttpServletRequest request,
                HttpServletResponse response, Model model) {
        Answer answer = reception.receive(form, new SentFiles(files, CustomerForms.files(request)), ClientAddress.of(request),
                key(last), locale);
        if (!answer.isTaken()) {
            return again(form, answer, locale, response, model);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(LAST_SENT, answer.stamp().key()).path(request.getContextPath() + "/portal")
                .httpOnly(true).sameSite("Lax").secure(request.isSecure()).maxAge(settings.receiptFor()).build().toString());
        return "redirect:/portal/receipt/" + answer.stamp().key();
    }

    /** A form without its token; see {@link CustomerForms#sentTo}. */
    @PostMapping("/again")
    String again(@ModelAttribute("form") PortalForm form, @RequestParam(required = false) List<MultipartFile> files, Locale locale,
                 HttpServletRequest request, HttpServletResponse response, Model model) {
        if (CustomerForms.sentTo(request).filter(LostLinkPages.PATH::equals).isPresent()) {
            return "forward:" + LostLinkPages.PATH + "/again";
        }
        Answer answer = reception.show(form, new SentFiles(files, CustomerForms.files(request)), locale);
        return again(form, answer, locale, response, model);
    }

    private String again(PortalForm form, Answer answer, Locale locale, HttpServletResponse response, Model model) {
        response.setStatus(answer.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT_BY_THE_BROWSER);
        if (answer.status() == HttpStatus.TOO_MANY_REQUESTS) {
            response.setHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
        }
        model.addAttribute("another", form.another() || answer.isOfAnother());
        return view.again(form, answer.stamp(), answer.problems(), locale, model);
    }

    /** A small picture of a file that waits with its form. */
    @GetMapping("/photo/{stamp}/{id}")
    void photo(@PathVariable String stamp, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        Download picture = stamps.read(stamp).flatMap(known -> photos.small(known, id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        picture.answer(response, false);
    }

    private static Optional<UUID> key(String cookie) {
        return cookie != null && KEY.matcher(cookie).matches() ? Optional.of(UUID.fromString(cookie)) : Optional.empty();
    }

    private static String preset(String text) {
        return text.length() <= PRESET ? text : "";
    }
}
