package org.complaintdesk.customer;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What customers bought. */
@Component
@Transactional
public class CustomerOrders {

    static final int SHOP_LENGTH = 100;
    static final int NUMBER_LENGTH = 64;
    static final int PRODUCT_LENGTH = 300;
    static final BigDecimal MOST = new BigDecimal("9999999.99");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final OrderRows rows;
    private final Customers customers;
    private final Wording wording;
    private final Clock clock;

    CustomerOrders(OrderRows rows, Customers customers, Wording wording, Clock clock) {
        this.rows = rows;
        this.customers = customers;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Keeps an order, once per shop, channel and number: of one that is known already the facts are brought up to date,
     * and it stays the customer's it was.
     *
     * @param by the user id of whoever recorded it; null for the desk itself
     * @return whether it is new
     * @throws InvalidInput           as {@link #check} does
     * @throws java.util.NoSuchElementException when there is no such customer
     */
    @Transactional(noRollbackFor = InvalidInput.class)
    public boolean record(long customerId, NewOrder order, OrderOrigin origin, String by) {
        return record(customerId, order, origin, null, by);
    }

    /** As {@link #record(long, NewOrder, OrderOrigin, String)}, of a row of the file with this number. */
    @Transactional(noRollbackFor = InvalidInput.class)
    public boolean record(long customerId, NewOrder order, long file, String by) {
        return record(customerId, order, OrderOrigin.FILE, file, by);
    }

    private boolean record(long customerId, NewOrder order, OrderOrigin origin, Long file, String by) {
        check(order);
        int added = rows.add(customers.byId(customerId).id(), order.shop(), order.channel(), order.number(), order.amount(),
                order.product(), order.paidAt(), order.status(), origin, file, by, clock.instant());
        if (added == 0) {
            rows.update(order.shop(), order.channel(), order.number(), order.amount(), order.product(), order.paidAt(), order.status(), file);
        }
        return added == 1;
    }

    /** @throws InvalidInput naming shop, orderNumber, orderAmount or product; the caller's transaction can go on */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = InvalidInput.class)
    public void check(NewOrder order) {
        line("shop", order.shop(), SHOP_LENGTH, true);
        line("orderNumber", order.number(), NUMBER_LENGTH, true);
        line("product", order.product(), PRODUCT_LENGTH, false);
        BigDecimal amount = order.amount();
        if (amount != null && (amount.signum() < 0 || amount.compareTo(MOST) > 0 || amount.stripTrailingZeros().scale() > 2)) {
            // As it came: 1E+999999999 is a short text, but in plain digits the memory of a node.
            throw wording.invalid("orderAmount", "input.no-amount", amount.toString());
        }
    }

    /**
     * Refuses a row of a file that tells part of an order: exports with a row for each item repeat the order's number.
     *
     * @throws InvalidInput naming orderAmount when an earlier row of the file gave the order another amount
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true, noRollbackFor = InvalidInput.class)
    public void checkInFile(NewOrder order, long file) {
        if (order.amount() != null && rows.costsOtherwiseIn(file, order.shop(), order.channel(), order.number(), order.amount())) {
            throw new InvalidInput("orderAmount", wording.text("import.order-in-parts"));
        }
    }

    private void line(String field, String value, int longest, boolean required) {
        if (value == null) {
            if (required) {
                throw wording.invalid(field, "input.missing");
            }
            return;
        }
        if (value.length() > longest || CONTROL.matcher(value).find()) {
            throw wording.invalid(field, "input.too-long", longest, value.length());
        }
    }

    /** @return latest first */
    @Transactional(readOnly = true)
    public List<CustomerOrder> of(long customerId) {
        return rows.findOf(customers.byId(customerId).id());
    }

    @Transactional(readOnly = true)
    public Optional<CustomerOrder> find(String shop, String channel, String number) {
        return rows.findByShopAndChannelAndNumber(shop, channel, number);
    }
}
