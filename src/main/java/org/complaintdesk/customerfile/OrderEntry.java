package org.complaintdesk.customerfile;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.customer.CustomerOrder;
import org.complaintdesk.customer.CustomerOrders;
import org.complaintdesk.customer.NewOrder;
import org.complaintdesk.customer.OrderOrigin;
import org.complaintdesk.customer.OrderStatus;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An order as a colleague types it. */
@Component
class OrderEntry {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}(\\.\\d{1,2})?");

    private final CustomerOrders orders;
    private final Shops shops;
    private final Wording wording;
    private final Clock clock;

    OrderEntry(CustomerOrders orders, Shops shops, Wording wording, Clock clock) {
        this.orders = orders;
        this.shops = shops;
        this.wording = wording;
        this.clock = clock;
    }

    /** @param paidAt in the desk's time zone, as browsers send it */
    record Typed(String shop, Channel channel, String orderNumber, String orderAmount, String product, String paidAt,
                 OrderStatus status) {
    }

    /** @throws InvalidInput naming the field; nothing is kept then */
    @Transactional(noRollbackFor = InvalidInput.class)
    void take(long customer, Typed typed, String who) {
        if (typed.channel() == null) {
            throw wording.invalid("channel", "input.missing");
        }
        NewOrder order = new NewOrder(typed.shop(), typed.channel().name(), typed.orderNumber(), amount(typed.orderAmount()),
                typed.product(), moment(typed.paidAt()), typed.status());
        orders.check(order);
        shops.checkSeen(order.shop());
        long owner = orders.find(order.shop(), order.channel(), order.number()).map(CustomerOrder::customerId).orElse(customer);
        if (owner != customer) {
            throw new InvalidInput("orderNumber", wording.text("customers.order.of-another", String.valueOf(owner)));
        }
        orders.record(customer, order, OrderOrigin.PAGE, who);
    }

    private BigDecimal amount(String text) {
        String amount = CleanText.of(text);
        if (amount == null) {
            return null;
        }
        String digits = Normalizer.normalize(amount, Normalizer.Form.NFKC).replace(",", "").replaceFirst("^¥\\s*", "");
        if (!AMOUNT.matcher(digits).matches()) {
            throw wording.invalid("orderAmount", "input.no-amount", amount);
        }
        return new BigDecimal(digits);
    }

    private Instant moment(String text) {
        String moment = CleanText.of(text);
        if (moment == null) {
            return null;
        }
        try {
            Instant paid = LocalDateTime.parse(moment).atZone(clock.getZone()).toInstant();
            if (paid.isAfter(clock.instant())) {
                throw new DateTimeException("later than now");
            }
            return paid;
        } catch (DateTimeException e) {
            throw wording.invalid("paidAt", "customers.order.no-time", moment);
        }
    }
}
