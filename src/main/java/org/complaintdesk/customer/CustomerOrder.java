package org.complaintdesk.customer;

import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * What a customer bought.
 *
 * @param amount     in yuan, null when unknown
 * @param file       the number of the file that told of it last; null when none did
 * @param recordedBy the user id of whoever entered or uploaded it; null when the desk itself asked for it
 */
public record CustomerOrder(@Id Long id, long customerId, String shop, String channel, String number, BigDecimal amount,
                            String product, Instant paidAt, OrderStatus status, OrderOrigin source, Long file, String recordedBy,
                            Instant recordedAt) {
}
