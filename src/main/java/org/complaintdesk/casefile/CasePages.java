package org.complaintdesk.casefile;

import java.security.Principal;
import java.time.Clock;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.FirstResponse;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.forecast.ForecastText;
import org.complaintdesk.forecast.Forecasts;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.ledger.ClockCards;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.Reviews;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The case file for staff: find a case, read its whole story, end it early. */
@Controller
@RequestMapping("/cases")
class CasePages {

    private final Complaints complaints;
    private final Customers customers;
    private final CustomerMessages written;
    private final MessageSection messages;
    private final OutsideMatters matters;
    private final MatterLines matterLines;
    private final Reviews reviews;
    private final StoryLines lines;
    private final ContactView contacts;
    private final EvidenceTiles tiles;
    private final ClockCards clocks;
    private final Forecasts forecasts;
    private final ForecastText forecastText;
    private final Staff staff;
    private final Wording wording;
    private final Clock clock;

    CasePages(Complaints complaints, Customers customers, CustomerMessages written, MessageSection messages,
              OutsideMatters matters, MatterLines matterLines, Reviews reviews, StoryLines lines, EvidenceTiles tiles,
              ClockCards clocks, ContactView contacts, Forecasts forecasts, ForecastText forecastText, Staff staff,
              Wording wording, Clock clock) {
        this.complaints = complaints;
        this.customers = customers;
        this.written = written;
        this.messages = messages;
        this.matters = matters;
        this.matterLines = matterLines;
        this.reviews = reviews;
        this.lines = lines;
        this.contacts = contacts;
        this.tiles = tiles;
        this.clocks = clocks;
        this.forecasts = forecasts;
        this.forecastText = forecastText;
        this.staff = staff;
        this.wording = wording;
        this.clock = clock;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, Principal who, Model model) {
        if (ReviewNumber.isNumber(number)) {
            return "redirect:/reviews/" + number;
        }
        Complaint complaint = complaints.find(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("complaint", complaint);
        Customer customer = customers.byId(complaint.customerId());
        model.addAttribute("customer", customer);
        contacts.fill(customer, who, model);
        model.addAttribute("mayFetchOrder", contacts.canFetchOrder(complaint, who));
        model.addAttribute("refusesContact", customers.refusesContact(complaint.customerId()));
        model.addAttribute("overdue", complaint.isOverdue(clock.instant()));
        model.addAttribute("forecastText", forecastText);
        model.addAttribute("forecast", forecasts.of(number).orElse(null));
        model.addAttribute("story", complaints.story(complaint).stream().map(lines::of).toList());
        model.addAttribute("clocks", clocks.of(number));
        model.addAttribute("tiles", tiles.of(number));
        messages.show(number, who, model);
        model.addAttribute("matters", matters.look(complaint.number()).stream().map(matterLines::of).toList());
        model.addAttribute("written", written.of(complaint.number()));
        model.addAttribute("reviews", reviews.about(complaint.number()));
        model.addAttribute("endings", Stream.of(Closing.values()).filter(Closing::isEarly).toList());
        boolean mayAct = !complaint.isClosed() && staff.worksOnCases(who.getName());
        model.addAttribute("mayEnd", mayAct);
        model.addAttribute("mayRespond", mayAct && complaints.awaitsFirstResponse(complaint.number()));
        model.addAttribute("responseWays", FirstResponse.Via.values());
        return "cases/case";
    }

    @PostMapping("/{number}/ending")
    String end(@PathVariable String number, @RequestParam Closing closing, @RequestParam String note, Principal who,
               Model model) {
        Complaint complaint = complaints.find(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            complaints.endEarly(complaint.number(), closing, note);
        } catch (InvalidInput refused) {
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("chosen", closing);
            model.addAttribute("note", note);
            return show(number, who, model);
        }
        return "redirect:/cases/" + number;
    }
}
