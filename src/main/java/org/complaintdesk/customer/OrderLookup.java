package org.complaintdesk.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.complaintdesk.platform.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds an order: in the customer file, else in the system that knows the shops' orders, when there is one. */
@Component
public class OrderLookup {

    private static final Logger LOG = LoggerFactory.getLogger(OrderLookup.class);

    private final CustomerOrders orders;
    private final ObjectProvider<OrderSource> sources;
    private final OrderProperties settings;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.MIN;

    OrderLookup(CustomerOrders orders, ObjectProvider<OrderSource> sources, OrderProperties settings, Clock clock) {
        this.orders = orders;
        this.sources = sources;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return whether there is a system to ask */
    public boolean isConnected() {
        return source().isPresent();
    }

    private Optional<OrderSource> source() {
        return sources.orderedStream().filter(OrderSource::isConnected).findFirst();
    }

    /**
     * Asks the system that knows the orders and keeps what it says in the customer's file.
     *
     * @param by the user id of whoever asks
     * @return empty when the system does not know the order, or there is none to ask
     * @throws OrderSourceUnavailable when it does not answer
     */
    public Optional<CustomerOrder> fetch(long customerId, String shop, String channel, String number, String by) {
        Optional<NewOrder> found = source().flatMap(connected -> connected.find(shop, channel, number));
        pausedUntil = Instant.MIN;
        found.ifPresent(order -> orders.record(customerId, order, OrderOrigin.CONNECTOR, by));
        return found.flatMap(order -> orders.find(order.shop(), order.channel(), order.number()));
    }

    /**
     * The order as far as it can be known without holding anyone up: a system that fails is not asked again for a while,
     * and its failure is only logged.
     */
    public Optional<CustomerOrder> known(long customerId, String shop, String channel, String number) {
        Optional<CustomerOrder> kept = orders.find(shop, channel, number);
        if (kept.filter(order -> order.amount() != null).isPresent() || clock.instant().isBefore(pausedUntil)) {
            return kept;
        }
        try {
            return fetch(customerId, shop, channel, number, null).or(() -> kept);
        } catch (OrderSourceUnavailable e) {
            pausedUntil = clock.instant().plus(settings.pause());
            LOG.warn("The order system does not answer; it is not asked again before {}: {}", pausedUntil,
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            return kept;
        } catch (InvalidInput e) {
            return kept;
        }
    }
}
