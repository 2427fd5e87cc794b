package org.complaintdesk.customer;

/** The system that knows the orders did not answer, or not with an order. */
public class OrderSourceUnavailable extends RuntimeException {

    public OrderSourceUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
