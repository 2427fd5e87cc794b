package org.complaintdesk.intake.csv;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerOrders;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.NewOrder;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/** Rows that are orders. Each goes to the file of whoever is known by its contacts, or to a new one. */
@Component
class OrderTarget implements RowTarget {

    private final CustomerOrders orders;
    private final Customers customers;
    private final Wording wording;

    OrderTarget(CustomerOrders orders, Customers customers, Wording wording) {
        this.orders = orders;
        this.customers = customers;
        this.wording = wording;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ORDERS;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.ORDER_NUMBER, Column.SHOP, Column.PLATFORM, Column.CUSTOMER, Column.PLATFORM_ID, Column.PHONE,
                Column.EMAIL, Column.ORDER_AMOUNT, Column.PRODUCT, Column.PAID_AT, Column.ORDER_STATUS);
    }

    @Override
    public Set<Column> required() {
        return Set.of(Column.ORDER_NUMBER, Column.SHOP, Column.PLATFORM);
    }

    @Override
    public Supplier<RowFate> read(Row row) {
        Channel platform = row.platform();
        Money amount = row.amount(Column.ORDER_AMOUNT);
        NewOrder order = new NewOrder(row.shop(), platform == null ? null : platform.name(),
                row.required(Column.ORDER_NUMBER, row.id(Column.ORDER_NUMBER, 64)), amount == null ? null : amount.yuan(),
                row.line(Column.PRODUCT, 300), row.moment(Column.PAID_AT), row.orderStatus());
        Contact buyer = named(row.contact());
        long file = row.file();
        String by = row.uploadedBy();
        return () -> {
            orders.check(order);
            orders.checkInFile(order, file);
            customers.check(buyer);
            if (!buyer.identifies()) {
                throw new InvalidInput("", wording.text("import.no-customer"));
            }
            Customer customer = customers.recognise(buyer).orElseGet(() -> customers.register(buyer));
            return orders.record(customer.id(), order, file, by) ? RowFate.CREATED : RowFate.DUPLICATE;
        };
    }

    private Contact named(Contact contact) {
        String name = Stream.of(contact.name(), contact.platformId()).filter(Objects::nonNull).findFirst()
                .orElseGet(() -> wording.text("import.anonymous"));
        return new Contact(name, contact.email(), contact.phone(), contact.platformId());
    }
}
