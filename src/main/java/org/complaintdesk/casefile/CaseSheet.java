package org.complaintdesk.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintQuery;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.SpreadsheetFile;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Money;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** A list of complaints as a file for a spreadsheet, contacts masked. It is written while it is read, some hundred cases at a time. */
@Component
class CaseSheet {

    /** More cases are not taken along in one file. */
    static final int MOST = 100_000;

    private static final List<String> HEAD = List.of("cases.number", "cases.stage", "field.channel", "field.shop", "cases.category",
            "field.severity", "facts.customer", "field.phone", "field.email", "field.orderNumber", "field.orderAmount", "cases.received",
            "cases.due", "cases.overdue", "cases.export.escalation", "field.remedy", "cases.export.amount", "cases.export.settled",
            "cases.export.closed", "cases.export.closing", "cases.handler", "cases.rating");

    private final Complaints complaints;
    private final Customers customers;
    private final Staff staff;
    private final AuditLog audit;
    private final Wording wording;
    private final Clock clock;

    CaseSheet(Complaints complaints, Customers customers, Staff staff, AuditLog audit, Wording wording, Clock clock) {
        this.complaints = complaints;
        this.customers = customers;
        this.staff = staff;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /** Noted before the first line goes out; what was looked for is noted by its names only, as it may be somebody's contact. */
    void answer(ComplaintQuery query, CaseListFilter filter, HttpServletResponse response) throws IOException {
        audit.record(AuditEvent.EXPORTED, "cases.csv", String.join(" ", filter.params().keySet()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename("cases-" + LocalDate.now(clock) + ".csv").build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        SpreadsheetFile file = new SpreadsheetFile(response.getOutputStream());
        file.row(HEAD.stream().map(wording::text).toList());
        Map<String, String> names = new HashMap<>();
        complaints.each(query, filter.sort().order(), MOST, some -> write(some, names, file));
        file.flush();
    }

    private void write(List<Complaint> some, Map<String, String> names, SpreadsheetFile file) {
        Map<Long, Customer> known = customers.byIds(some.stream().map(Complaint::customerId).distinct().toList());
        Instant now = clock.instant();
        some.stream().map(Complaint::handler).filter(Objects::nonNull).forEach(person -> names.computeIfAbsent(person, staff::displayName));
        some.forEach(complaint -> file.row(cells(complaint, known.get(complaint.customerId()), names, now)));
        try {
            file.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("Nobody reads the list any more", gone);
        }
    }

    private List<String> cells(Complaint complaint, Customer customer, Map<String, String> names, Instant now) {
        return Stream.of(complaint.number().value(), wording.of(complaint.stage()), wording.of(complaint.channel()), complaint.shop(),
                complaint.diagnosis() == null ? null : wording.of(complaint.diagnosis().category()), complaint.severity().name(),
                customer.name(), Masked.phone(customer.phone()), Masked.email(customer.email()), complaint.orderNumber(),
                amount(complaint.orderAmount()), wording.fullMoment(complaint.receivedAt()), due(complaint),
                complaint.isOverdue(now) ? wording.text("cases.overdue") : null,
                complaint.escalationLevel() == 0 ? null : String.valueOf(complaint.escalationLevel()),
                complaint.solution() == null ? null : wording.of(complaint.solution().remedy()),
                complaint.solution() == null ? null : amount(complaint.solution().amount()),
                wording.fullMoment(complaint.settledAt()), wording.fullMoment(complaint.closedAt()), wording.of(complaint.closing()),
                names.get(complaint.handler()),
                complaint.rating() == null ? null : String.valueOf(complaint.rating().score()))
                .map(cell -> Objects.requireNonNullElse(cell, "")).toList();
    }

    /** As the list shows it: while the case waits, its due time moves on. */
    private String due(Complaint complaint) {
        if (complaint.isClosed()) {
            return "";
        }
        return complaint.isSettlementPaused() ? wording.text("cases.due-paused") : wording.fullMoment(complaint.settlementDue());
    }

    private static String amount(Money money) {
        return money == null ? null : money.yuan().toPlainString();
    }
}
