package org.complaintdesk.intake.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.ClientAddress;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.RateLimits;
import org.complaintdesk.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A customer lost the private link. The answer is the same whether there is such a case or not. */
@Controller
@RequestMapping(LostLinkPages.PATH)
class LostLinkPages {

    static final String PATH = "/portal/link";

    private final LostLinks links;
    private final RateLimits limits;
    private final PortalProperties settings;
    private final Wording wording;

    LostLinkPages(LostLinks links, RateLimits limits, PortalProperties settings, Wording wording) {
        this.links = links;
        this.limits = limits;
        this.settings = settings;
        this.wording = wording;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("languages", PATH);
        return show(new LinkRequest(null, null), Map.of(), model);
    }

    @PostMapping
    String ask(@ModelAttribute("form") LinkRequest form, Locale locale, HttpServletRequest request, HttpServletResponse response,
               Model model) {
        String number = CleanText.of(form.number()) == null ? "" : CleanText.of(form.number()).toUpperCase(Locale.ROOT);
        String email = CleanText.of(form.email());
        Map<String, String> problems = new LinkedHashMap<>();
        if (!ComplaintNumber.isNumber(number)) {
            problems.put("number", text(locale, "number"));
        }
        if (!Customers.isEmailAddress(email)) {
            problems.put("email", text(locale, "link-email"));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(form, problems, model);
        }
        if (!limits.allows(settings.linksForOne(), ClientAddress.of(request))) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return show(form, Map.of("form", text(locale, "too-many-links")), model);
        }
        links.send(number, email);
        return "redirect:" + PATH + "/sent";
    }

    @GetMapping("/sent")
    String sent(Model model) {
        model.addAttribute("languages", PATH + "/sent");
        return "portal/link-sent";
    }

    @PostMapping("/again")
    String again(@ModelAttribute("form") LinkRequest form, Locale locale, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(form, Map.of("form", text(locale, "token-lost")), model);
    }

    private static String show(LinkRequest form, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "portal/link";
    }

    private String text(Locale locale, String problem) {
        return wording.in(locale).text("portal.problem." + problem);
    }
}
