package org.complaintdesk.customer;

import java.util.Optional;

/**
 * A system that knows the shops' orders. The desk asks it for one order at a time and works without it; a bean of this
 * type is all it takes to connect another one.
 */
public interface OrderSource {

    /** @return whether there is a system behind it that can be asked */
    default boolean isConnected() {
        return true;
    }

    /**
     * Must answer within seconds.
     *
     * @param channel name of the channel, {@code TMALL}
     * @return empty when it does not know the order
     * @throws OrderSourceUnavailable when it does not answer, or not with an order
     */
    Optional<NewOrder> find(String shop, String channel, String number);
}
