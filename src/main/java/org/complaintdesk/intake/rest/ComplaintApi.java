package org.complaintdesk.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.complaintdesk.casework.CasePage;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.ComplaintQuery;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.FirstResponse;
import org.complaintdesk.complaint.Registration;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.complaint.TimelineText;
import org.complaintdesk.customer.CaseLinks;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.forecast.CaseSort;
import org.complaintdesk.forecast.Forecast;
import org.complaintdesk.forecast.ForecastText;
import org.complaintdesk.forecast.Forecasts;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Severity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.PageRequest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/complaints")
class ComplaintApi {

    private static final int COUNTED = 10_000;

    private final Complaints complaints;
    private final Customers customers;
    private final CustomerMessages messages;
    private final OutsideMatters matters;
    private final TimelineText timeline;
    private final CaseClocks clocks;
    private final Forecasts forecasts;
    private final ForecastText forecastText;
    private final ObjectProvider<CaseLinks> links;
    private final SignedIn signedIn;
    private final Staff staff;
    private final Clock clock;

    ComplaintApi(Complaints complaints, Customers customers, CustomerMessages messages, OutsideMatters matters,
                 TimelineText timeline, CaseClocks clocks, Forecasts forecasts, ForecastText forecastText,
                 ObjectProvider<CaseLinks> links, SignedIn signedIn, Staff staff, Clock clock) {
        this.complaints = complaints;
        this.customers = customers;
        this.messages = messages;
        this.matters = matters;
        this.timeline = timeline;
        this.clocks = clocks;
        this.forecasts = forecasts;
        this.forecastText = forecastText;
        this.links = links;
        this.signedIn = signedIn;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param trackingUrl the customer's private link: whoever has it can act for the customer */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registered(String number, Stage status, URI trackingUrl) {
    }

    /** @param totalCapped whether there are more than the total says */
    record Listed(List<ComplaintView> complaints, int page, int size, long total, boolean totalCapped) {
    }

    /** @param answerText mailed to the customer; null when they were told otherwise */
    record FirstAnswer(@NotNull FirstResponse.Via via, @Size(max = 1_000) String note, @Size(max = 2_000) String answerText) {
    }

    record Ending(@NotNull Closing closing, @Size(max = 1_000) String note) {
    }

    /** 201 for a new complaint, 200 with the same number for one that is known under (shop, channel, externalId). */
    @PostMapping
    ResponseEntity<Registered> register(@RequestBody @Valid ComplaintRequest request) {
        Registration registration = complaints.register(request.complaint());
        return ResponseEntity.status(registration.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/complaints/" + registration.number()))
                .body(new Registered(registration.number().value(), registration.stage(), link(registration.number())));
    }

    @GetMapping("/{number}")
    ComplaintView show(@PathVariable String number) {
        Complaint complaint = known(number);
        return view(complaint, forecasts.of(number).orElse(null), new ComplaintView.More(link(complaint.number()),
                complaints.story(complaint).stream().map(event -> ComplaintView.happened(event, timeline.of(event))).toList(),
                messages.of(complaint.number()).stream().map(ComplaintView::message).toList(),
                clocks.of(number).stream().map(ClockSheet::of).toList(),
                matters.look(complaint.number()).stream().map(MatterSheet::of).toList()));
    }

    /**
     * The total is counted up to 10,000, 1,000 when words are looked for; there are more when it is capped. Pages go on after
     * that until one is empty.
     */
    @GetMapping
    Listed list(@RequestParam(required = false) Stage status, @RequestParam(required = false) Category category,
                @RequestParam(required = false) Severity severity, @RequestParam(required = false) Channel channel,
                @RequestParam(required = false) String shop, @RequestParam(required = false) String assignee,
                @RequestParam(required = false) Boolean overdue, @RequestParam(required = false) Duration dueWithin,
                @RequestParam(defaultValue = "false") boolean escalated, @RequestParam(defaultValue = "false") boolean mailFailed,
                @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedFrom,
                @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedTo,
                @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate closedFrom,
                @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate closedTo,
                @RequestParam(required = false) String q, @RequestParam(defaultValue = "NEWEST") CaseSort sort,
                @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
                @RequestParam(defaultValue = "20") @Min(1) @Max(200) int size) {
        ComplaintQuery query = ComplaintQuery.where().stage(status).category(category).severity(severity).channel(channel).shop(shop)
                .assignee(assignee).overdue(overdue).dueWithin(dueWithin).escalated(escalated).mailFailed(mailFailed)
                .received(receivedFrom, receivedTo).closed(closedFrom, closedTo).text(q).query();
        CasePage<Complaint> found = complaints.search(query, sort.order(), PageRequest.of(page, size),
                query.text() == null ? COUNTED : Complaints.COUNTED);
        Map<String, Forecast> expected = forecasts.of(found.map(complaint -> complaint.number().value()).getContent());
        return new Listed(found.map(complaint -> view(complaint, expected.get(complaint.number().value()),
                ComplaintView.More.NONE)).getContent(), page, size, found.getTotalElements(), found.isCapped());
    }

    /** A person has responded to the customer for the first time; an answerText is mailed. */
    @PostMapping("/{number}/first-response")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void respond(@PathVariable String number, @RequestBody @Valid FirstAnswer response) {
        complaints.firstResponse(known(number).number(),
                new FirstResponse(response.via(), response.note(), response.answerText()));
    }

    /** Ends the case from any stage: withdrawn, a duplicate (the note is the original's number), or unreachable. */
    @PostMapping("/{number}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String number, @RequestBody @Valid Ending ending) {
        complaints.endEarly(known(number).number(), ending.closing(), ending.note());
    }

    private Complaint known(String number) {
        return complaints.find(number).orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
    }

    /** Whoever has it can act for the customer: only those get it who work on cases. */
    private URI link(ComplaintNumber number) {
        return signedIn.person().filter(staff::worksOnCases).map(person -> links.getIfAvailable())
                .flatMap(known -> known.of(number.value())).orElse(null);
    }

    private ComplaintView view(Complaint complaint, Forecast forecast, ComplaintView.More more) {
        return ComplaintView.of(complaint, customers.byId(complaint.customerId()),
                ForecastView.of(forecast, forecast == null ? null : forecastText.why(forecast)), clock.instant(), more);
    }
}
