package org.complaintdesk.casefile;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewEvent;
import org.complaintdesk.review.ReviewStage;
import org.complaintdesk.review.Reviews;
import org.springframework.data.domain.PageRequest;
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

/** The case file of a bad review for staff: find it, read its whole story, end it early. */
@Controller
@RequestMapping("/reviews")
class ReviewPages {

    private static final int PAGE = 20;
    private static final int LAST_PAGE = Reviews.COUNTED / PAGE - 1;

    private final Reviews reviews;
    private final Complaints complaints;
    private final Customers customers;
    private final MessageSection messages;
    private final StoryLines lines;
    private final ContactView contacts;
    private final EvidenceTiles tiles;
    private final ViewTabs views;
    private final Shops shops;
    private final Staff staff;
    private final Wording wording;
    private final Clock clock;

    ReviewPages(Reviews reviews, Complaints complaints, Customers customers, MessageSection messages, StoryLines lines,
                EvidenceTiles tiles, ContactView contacts, ViewTabs views, Shops shops, Staff staff, Wording wording,
                Clock clock) {
        this.reviews = reviews;
        this.complaints = complaints;
        this.customers = customers;
        this.messages = messages;
        this.lines = lines;
        this.contacts = contacts;
        this.tiles = tiles;
        this.views = views;
        this.shops = shops;
        this.staff = staff;
        this.wording = wording;
        this.clock = clock;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @GetMapping
    String list(ReviewListFilter filter, @RequestParam(defaultValue = "0") int page, Principal who, Model model) {
        model.addAttribute("found", reviews.search(filter.query(), PageRequest.of(Math.max(0, Math.min(page, LAST_PAGE)), PAGE)));
        model.addAttribute("stages", ReviewStage.values());
        model.addAttribute("kinds", ReviewKind.values());
        model.addAttribute("urgencies", Severity.values());
        model.addAttribute("now", clock.instant());
        views.show(filter, who, model);
        return "reviews/list";
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, Principal who, Model model) {
        Review review = find(number);
        Customer reviewer = customers.byId(review.customerId());
        List<ReviewEvent> story = reviews.story(review);
        model.addAttribute("review", review);
        model.addAttribute("now", clock.instant());
        model.addAttribute("reviewer", reviewer);
        contacts.fill(reviewer, who, model);
        model.addAttribute("refusesContact", customers.refusesContact(reviewer.id()));
        model.addAttribute("handler", name(review.handler()));
        model.addAttribute("complaint", review.complaintNumber() == null ? null : complaints.get(review.complaintNumber()));
        model.addAttribute("report", PlatformReport.of(story));
        model.addAttribute("reply", ReplyState.of(review));
        model.addAttribute("poster", name(review.repliedBy()));
        model.addAttribute("story", story.stream().map(lines::of).toList());
        model.addAttribute("tiles", tiles.of(number));
        messages.show(number, who, model);
        ShopScope seen = shops.seenNow();
        model.addAttribute("otherComplaints", complaints.related(review.orderNumber(), review.customerId()).stream()
                .filter(other -> !other.number().equals(review.complaintNumber()) && seen.includes(other.shop())).toList());
        model.addAttribute("otherReviews", reviews.related(review.orderNumber(), review.customerId()).stream()
                .filter(other -> !other.number().equals(review.number()) && seen.includes(other.shop())).toList());
        model.addAttribute("endings", EarlyEnd.values());
        model.addAttribute("mayEnd", !review.isClosed() && staff.worksOnCases(who.getName()));
        return "reviews/review";
    }

    @PostMapping("/{number}/ending")
    String end(@PathVariable String number, @RequestParam EarlyEnd end, @RequestParam String note, Principal who, Model model) {
        Review review = find(number);
        try {
            reviews.endEarly(review.number(), end, note);
        } catch (InvalidInput refused) {
            model.addAttribute("problem", refused.getMessage());
            model.addAttribute("chosen", end);
            model.addAttribute("note", note);
            return show(number, who, model);
        }
        return "redirect:/reviews/" + number;
    }

    private Review find(String number) {
        return reviews.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String name(String person) {
        return person == null ? null : staff.displayName(person);
    }
}
