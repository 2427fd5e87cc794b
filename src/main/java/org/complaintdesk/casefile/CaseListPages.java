package org.complaintdesk.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.complaintdesk.casework.CasePage;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintQuery;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.ContactSearch;
import org.complaintdesk.forecast.CaseSort;
import org.complaintdesk.forecast.ForecastText;
import org.complaintdesk.forecast.Forecasts;
import org.complaintdesk.identity.ContactLookups;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Severity;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of complaints: find one, look at some again and again, take some along as a file. */
@Controller
@RequestMapping("/cases")
class CaseListPages {

    private static final int PAGE = 20;
    private static final int LAST_PAGE = Complaints.COUNTED / PAGE - 1;
    private static final List<Duration> SOON = List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(24), Duration.ofDays(3));

    private final Complaints complaints;
    private final Forecasts forecasts;
    private final ForecastText forecastText;
    private final ViewTabs views;
    private final CaseSheet sheet;
    private final Shops shops;
    private final Staff staff;
    private final ContactLookups lookups;
    private final Wording wording;
    private final Clock clock;

    CaseListPages(Complaints complaints, Forecasts forecasts, ForecastText forecastText, ViewTabs views, CaseSheet sheet, Shops shops,
                  Staff staff, ContactLookups lookups, Wording wording, Clock clock) {
        this.complaints = complaints;
        this.forecasts = forecasts;
        this.forecastText = forecastText;
        this.views = views;
        this.sheet = sheet;
        this.shops = shops;
        this.staff = staff;
        this.lookups = lookups;
        this.wording = wording;
        this.clock = clock;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String list(CaseListFilter filter, @RequestParam(defaultValue = "0") int page, Principal who, Model model) {
        boolean contacts = mayFindByContact(filter.q(), who);
        CasePage<Complaint> found = complaints.search(filter.query(contacts), filter.sort().order(),
                PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE), Complaints.COUNTED);
        model.addAttribute("found", found);
        model.addAttribute("forecasts", forecasts.of(found.map(complaint -> complaint.number().value()).getContent()));
        model.addAttribute("forecastText", forecastText);
        model.addAttribute("now", clock.instant());
        model.addAttribute("excerpts", found.stream().collect(Collectors.toMap(complaint -> complaint.number().value(),
                complaint -> Excerpt.of(complaint.description(), filter.q()))));
        model.addAttribute("contactRefused", filter.q() != null && ContactSearch.isContact(filter.q()) && !contacts);
        model.addAttribute("names", found.stream().map(Complaint::handler).filter(Objects::nonNull).distinct()
                .collect(Collectors.toMap(person -> person, staff::displayName)));
        choices(filter, model);
        views.show(filter, who, model);
        return "cases/list";
    }

    private void choices(CaseListFilter filter, Model model) {
        model.addAttribute("stages", Stage.values());
        model.addAttribute("categories", Category.values());
        model.addAttribute("severities", Severity.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("sorts", CaseSort.values());
        model.addAttribute("soon", SOON);
        model.addAttribute("shops", shops.configured().stream().filter(shops.seenNow()::includes).toList());
        model.addAttribute("assigneeName", filter.assignee() == null ? null
                : filter.assignee().equals(ComplaintQuery.NOBODY) ? wording.text("cases.assignee.nobody") : staff.displayName(filter.assignee()));
    }

    private boolean mayFindByContact(String text, Principal who) {
        return text != null && ContactSearch.isContact(text) && lookups.allows(who.getName());
    }

    @PostMapping("/export")
    String export(CaseListFilter filter, Principal who, HttpServletResponse response, Model model) throws IOException {
        ComplaintQuery query = filter.query(mayFindByContact(filter.q(), who));
        if (complaints.count(query, CaseSheet.MOST) > CaseSheet.MOST) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("exportProblem", wording.text("cases.export.too-many", CaseSheet.MOST));
            return list(filter, 0, who, model);
        }
        sheet.answer(query, filter, response);
        return null;
    }
}
