package org.complaintdesk.casefile;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.complaintdesk.casework.CaseTask;
import org.complaintdesk.casework.CaseTasks;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.forecast.ForecastText;
import org.complaintdesk.forecast.Forecasts;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.ledger.ClockCards;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.update.CustomerUpdates.View;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything that is known of a complaint, for its page and for what is handed out of it. */
@Component
class CaseFile {

    private final Complaints complaints;
    private final Customers customers;
    private final CustomerMessages written;
    private final MessageSection messages;
    private final OutsideMatters matters;
    private final MatterLines matterLines;
    private final Reviews reviews;
    private final CaseTasks tasks;
    private final TaskLines taskLines;
    private final CaseStory story;
    private final MoneyLines money;
    private final EvidenceTiles tiles;
    private final ClockCards clocks;
    private final Forecasts forecasts;
    private final ForecastText forecastText;
    private final ContactView contacts;
    private final Shops shops;
    private final Staff staff;
    private final Clock clock;

    CaseFile(Complaints complaints, Customers customers, CustomerMessages written, MessageSection messages, OutsideMatters matters,
             MatterLines matterLines, Reviews reviews, CaseTasks tasks, TaskLines taskLines, CaseStory story, MoneyLines money,
             EvidenceTiles tiles, ClockCards clocks, Forecasts forecasts, ForecastText forecastText, ContactView contacts, Shops shops,
             Staff staff, Clock clock) {
        this.complaints = complaints;
        this.customers = customers;
        this.written = written;
        this.messages = messages;
        this.matters = matters;
        this.matterLines = matterLines;
        this.reviews = reviews;
        this.tasks = tasks;
        this.taskLines = taskLines;
        this.story = story;
        this.money = money;
        this.tiles = tiles;
        this.clocks = clocks;
        this.forecasts = forecasts;
        this.forecastText = forecastText;
        this.contacts = contacts;
        this.shops = shops;
        this.staff = staff;
        this.clock = clock;
    }

    void fill(Complaint complaint, Principal who, Model model) {
        String number = complaint.number().value();
        Customer customer = customers.byId(complaint.customerId());
        List<CaseEvent> events = complaints.story(complaint);
        List<View> said = messages.of(number);
        List<EvidenceTiles.Tile> files = tiles.of(number);
        List<CaseTask> work = tasks.of(Stream.concat(Stream.of(number), said.stream().map(View::key)).distinct().toList());
        List<StoryEntry> told = story.of(events, work, said, files);
        List<TaskLine> lines = work.stream().map(taskLines::of).toList();
        model.addAttribute("complaint", complaint);
        model.addAttribute("customer", customer);
        contacts.fill(customer, who, model);
        messages.show(number, said, who, model);
        model.addAttribute("refusesContact", customers.refusesContact(complaint.customerId()));
        model.addAttribute("overdue", complaint.isOverdue(clock.instant()));
        model.addAttribute("handler", complaint.handler() == null ? null : staff.displayName(complaint.handler()));
        model.addAttribute("forecastText", forecastText);
        model.addAttribute("forecast", forecasts.of(number).orElse(null));
        model.addAttribute("story", told);
        model.addAttribute("days", story.byDay(told));
        model.addAttribute("tasks", lines);
        model.addAttribute("openTasks", lines.stream().filter(TaskLine::open).toList());
        model.addAttribute("money", money.of(events));
        model.addAttribute("clocks", clocks.of(number));
        model.addAttribute("tiles", files);
        model.addAttribute("matters", matters.look(complaint.number()).stream().map(matterLines::of).toList());
        model.addAttribute("written", written.of(complaint.number()));
        model.addAttribute("reviews", reviews.about(complaint.number()));
        ShopScope seen = shops.seenNow();
        model.addAttribute("related", complaints.related(complaint.orderNumber(), complaint.customerId()).stream()
                .filter(other -> !other.number().equals(complaint.number()) && seen.includes(other.shop())).toList());
    }
}
