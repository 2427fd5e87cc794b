package org.complaintdesk.customer;

import java.math.BigDecimal;
import java.time.Instant;
import org.complaintdesk.platform.CleanText;

/**
 * An order as it becomes known.
 *
 * @param channel where it was bought, the name of a channel
 * @param number  what the shop calls it; one order per shop, channel and number
 * @param amount  what was paid, in yuan; null when unknown
 * @param product null when unknown
 * @param paidAt  null when unknown
 */
public record NewOrder(String shop, String channel, String number, BigDecimal amount, String product, Instant paidAt,
                       OrderStatus status) {

    public NewOrder {
        shop = CleanText.of(shop);
        number = CleanText.of(number);
        product = CleanText.of(product);
        status = status == null ? OrderStatus.OTHER : status;
    }
}
