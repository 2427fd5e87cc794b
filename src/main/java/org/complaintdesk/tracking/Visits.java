package org.complaintdesk.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.ClientAddress;
import org.complaintdesk.platform.Limit;
import org.complaintdesk.platform.RateLimits;
import org.springframework.stereotype.Component;

/** Who may come in by which link. Whoever tried too many that do not exist comes in by none for a while. */
@Component
class Visits {

    static final Limit GUESSES = new Limit("track.guess", 30, Duration.ofMinutes(10));

    private final PrivateLinks links;
    private final Complaints complaints;
    private final Customers customers;
    private final TrackingProperties settings;
    private final RateLimits limits;
    private final Clock clock;

    Visits(PrivateLinks links, Complaints complaints, Customers customers, TrackingProperties settings, RateLimits limits,
           Clock clock) {
        this.links = links;
        this.complaints = complaints;
        this.customers = customers;
        this.settings = settings;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws LinkProblem when the link is not good, or not any more */
    Visit of(String token, HttpServletRequest request) {
        Visit visit = known(token, request);
        Customer customer = customers.byId(visit.complaint().customerId());
        if (customer.isErased()) {
            throw new LinkProblem(LinkProblem.Kind.ERASED, null);
        }
        if (!visit.link().isGood(visit.complaint().closedAt(), settings, clock.instant())) {
            throw new LinkProblem(LinkProblem.Kind.ENDED, token);
        }
        String c = request.getParameter("c");
        boolean confirms = !visit.complaint().isContactConfirmed()
                && links.confirms(visit.number().value(), customer.email(), c);
        return new Visit(token, visit.link(), visit.complaint(), confirms ? c : null);
    }

    /**
     * The same for a link that may have ended.
     *
     * @throws LinkProblem when there never was such a link
     */
    Visit known(String token, HttpServletRequest request) {
        String who = ClientAddress.of(request);
        if (limits.isReached(GUESSES, who)) {
            throw new LinkProblem(LinkProblem.Kind.TOO_MANY, null);
        }
        PrivateLink link = links.find(token).orElseThrow(() -> guessed(who));
        Complaint complaint = complaints.find(link.caseNumber()).orElseThrow(() -> guessed(who));
        return new Visit(token, link, complaint, null);
    }

    private LinkProblem guessed(String who) {
        limits.allows(GUESSES, who);
        return new LinkProblem(LinkProblem.Kind.UNKNOWN, null);
    }
}
