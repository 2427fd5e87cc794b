package org.complaintdesk.intake.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.CaseLinks;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.evidence.EvidenceFiles;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page after sending, for whoever sent the form and for a day. */
@Controller
class ReceiptPages {

    private final Filings filings;
    private final Complaints complaints;
    private final Customers customers;
    private final EvidenceFiles evidence;
    private final ObjectProvider<CaseLinks> links;
    private final PortalProperties settings;
    private final Clock clock;

    ReceiptPages(Filings filings, Complaints complaints, Customers customers, EvidenceFiles evidence, ObjectProvider<CaseLinks> links,
                 PortalProperties settings, Clock clock) {
        this.filings = filings;
        this.complaints = complaints;
        this.customers = customers;
        this.evidence = evidence;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the page says. The address is null too when mail to it comes back: none will be sent there. */
    record Receipt(String number, URI link, String email, String phone, String platformId, int files) {
    }

    /** A form that nobody sent, somebody else's and one of long ago look the same. */
    @GetMapping("/portal/receipt/{key:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}")
    String receipt(@PathVariable UUID key, HttpServletResponse response, Model model) {
        Optional<Receipt> receipt = filings.find(key).filter(filing -> clock.instant().isBefore(filing.at().plus(settings.receiptFor())))
                .flatMap(filing -> complaints.find(filing.caseNumber())).map(this::receipt);
        model.addAttribute("languages", "/portal/receipt/" + key);
        if (receipt.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "portal/no-receipt";
        }
        model.addAttribute("receipt", receipt.get());
        return "portal/receipt";
    }

    private Receipt receipt(Complaint complaint) {
        String number = complaint.number().value();
        Customer customer = customers.byId(complaint.customerId());
        URI link = Optional.ofNullable(links.getIfAvailable()).flatMap(known -> known.of(number)).orElse(null);
        String email = customer.hasUsableAddress() ? Masked.email(customer.email()) : null;
        return new Receipt(number, link, email, Masked.phone(customer.phone()), customer.platformId(),
                evidence.of(number).size());
    }
}
