package org.complaintdesk.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.Limit;
import org.complaintdesk.platform.RateLimits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Whose link has ended gets a new one, by the way we reach them anyway: whoever asks here is told nothing and chooses nothing. */
@Controller
class LinkRenewal {

    static final Limit RENEWALS = new Limit("track.renew", 3, Duration.ofDays(1));

    private final Visits visits;
    private final PrivateLinks links;
    private final Customers customers;
    private final TrackingProperties settings;
    private final RateLimits limits;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LinkRenewal(Visits visits, PrivateLinks links, Customers customers, TrackingProperties settings, RateLimits limits,
                Clock clock, ApplicationEventPublisher events) {
        this.visits = visits;
        this.links = links;
        this.customers = customers;
        this.settings = settings;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
    }

    @PostMapping("/track/{token}/renew")
    @Transactional
    public String renew(@PathVariable String token, HttpServletRequest request, Model model) {
        Visit visit = visits.known(token, request);
        Complaint complaint = visit.complaint();
        if (isGood(visit.link(), complaint)) {
            return "redirect:/track/" + token;
        }
        if (!customers.byId(complaint.customerId()).isErased() && limits.allows(RENEWALS, complaint.number().value())) {
            PrivateLink newest = links.newest(visit.link());
            if (isGood(newest, complaint) || links.renew(newest)) {
                events.publishEvent(new CustomerUpdateDue(complaint.number().value(), complaint.shop(), complaint.channel().name(),
                        complaint.customerId(), UpdateKind.NEW_LINK, Map.of(), false, complaint.isContactConfirmed()));
            }
        }
        model.addAttribute("kind", "RENEWED");
        return "track/link";
    }

    private boolean isGood(PrivateLink link, Complaint complaint) {
        return link.isGood(complaint.closedAt(), settings, clock.instant());
    }
}
