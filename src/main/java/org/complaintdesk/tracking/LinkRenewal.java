package org.complaintdesk.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.platform.Limit;
import org.complaintdesk.platform.RateLimits;
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
    private final LinkPost post;
    private final TrackingProperties settings;
    private final RateLimits limits;
    private final Clock clock;

    LinkRenewal(Visits visits, LinkPost post, TrackingProperties settings, RateLimits limits, Clock clock) {
        this.visits = visits;
        this.post = post;
        this.settings = settings;
        this.limits = limits;
        this.clock = clock;
    }

    @PostMapping("/track/{token}/renew")
    @Transactional
    public String renew(@PathVariable String token, HttpServletRequest request, Model model) {
        Visit visit = visits.known(token, request);
        Complaint complaint = visit.complaint();
        if (visit.link().isGood(complaint.closedAt(), settings, clock.instant())) {
            return "redirect:/track/" + token;
        }
        if (limits.allows(RENEWALS, complaint.number().value())) {
            post.send(complaint);
        }
        model.addAttribute("kind", "RENEWED");
        return "track/link";
    }
}
