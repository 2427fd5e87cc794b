package org.complaintdesk.tracking;

import java.time.Clock;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.LinkLost;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends a case's private link to the address on file: the one it has, a new one where that has ended. */
@Component
class LinkPost {

    private final PrivateLinks links;
    private final Complaints complaints;
    private final Customers customers;
    private final TrackingProperties settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LinkPost(PrivateLinks links, Complaints complaints, Customers customers, TrackingProperties settings, Clock clock,
             ApplicationEventPublisher events) {
        this.links = links;
        this.complaints = complaints;
        this.customers = customers;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void on(LinkLost lost) {
        complaints.find(lost.caseNumber()).ifPresent(this::send);
    }

    void send(Complaint complaint) {
        if (!customers.byId(complaint.customerId()).isErased() && hasGoodLink(complaint)) {
            events.publishEvent(new CustomerUpdateDue(complaint.number().value(), complaint.shop(), complaint.channel().name(),
                    complaint.customerId(), UpdateKind.NEW_LINK, Map.of(), false, complaint.isContactConfirmed()));
        }
    }

    /** Of two that ask at the same moment one renews, and one mail goes out. */
    private boolean hasGoodLink(Complaint complaint) {
        PrivateLink newest = links.newest(complaint.number().value());
        return newest.isGood(complaint.closedAt(), settings, clock.instant()) || links.renew(newest);
    }
}
