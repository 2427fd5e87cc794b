package org.complaintdesk.intake.csv;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.complaint.Registration;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.platform.Sha256;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Rows that are complaints. One without an id of its own is told apart by its content. */
@Component
class ComplaintTarget implements RowTarget {

    private final Complaints complaints;
    private final ImportStore store;
    private final Wording wording;

    ComplaintTarget(Complaints complaints, ImportStore store, Wording wording) {
        this.complaints = complaints;
        this.store = store;
        this.wording = wording;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.COMPLAINTS;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.DESCRIPTION, Column.SHOP, Column.PLATFORM, Column.COMPLAINT_ID, Column.ORDER_NUMBER,
                Column.ORDER_AMOUNT, Column.OCCURRED_AT, Column.DESIRED_OUTCOME, Column.CUSTOMER, Column.PLATFORM_ID,
                Column.PHONE, Column.EMAIL);
    }

    @Override
    public Set<Column> required() {
        return Set.of(Column.DESCRIPTION, Column.SHOP, Column.PLATFORM);
    }

    @Override
    public Supplier<RowFate> read(Row row) {
        NewComplaint complaint = new NewComplaint(row.shop(), row.platform(), row.id(Column.COMPLAINT_ID, 100),
                row.id(Column.ORDER_NUMBER, 64), row.amount(Column.ORDER_AMOUNT),
                row.required(Column.DESCRIPTION, row.text(Column.DESCRIPTION, 10_000)), row.moment(Column.OCCURRED_AT),
                row.text(Column.DESIRED_OUTCOME, 2_000), named(row.contact())).fromFile();
        return () -> {
            complaints.check(complaint);
            return complaint.externalId() == null ? takeOnce(complaint) : fate(complaints.register(complaint));
        };
    }

    private Contact named(Contact contact) {
        String name = Stream.of(contact.name(), contact.platformId()).filter(Objects::nonNull).findFirst()
                .orElseGet(() -> wording.text("import.anonymous"));
        return new Contact(name, contact.email(), contact.phone(), contact.platformId());
    }

    private RowFate takeOnce(NewComplaint complaint) {
        String key = contentKey(complaint);
        if (store.complaintWith(key).isPresent()) {
            return RowFate.DUPLICATE;
        }
        Registration registered = complaints.register(complaint);
        store.complaintHas(key, registered.number().value());
        return RowFate.CREATED;
    }

    private static RowFate fate(Registration registration) {
        return registration.created() ? RowFate.CREATED : RowFate.DUPLICATE;
    }

    private static String contentKey(NewComplaint complaint) {
        Contact customer = complaint.customer();
        String content = Stream.of(complaint.shop(), complaint.channel(), complaint.orderNumber(), complaint.description(),
                        complaint.occurredAt(), customer.name(), customer.email(), customer.phone(), customer.platformId())
                .map(part -> Objects.toString(part, "")).collect(Collectors.joining("\0"));
        return Sha256.hex(content);
    }
}
