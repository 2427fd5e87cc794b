package org.complaintdesk.intake.csv;

import java.util.Locale;

/**
 * What a column of a file can mean. The names it is recognised by are the word list {@link #words()}; its label is the
 * text {@code Column.*}.
 */
enum Column {
    SHOP("shop"), PLATFORM("platform"), REVIEW_ID("externalId"), COMPLAINT_ID("externalId"), ORDER_NUMBER("orderNumber"),
    PRODUCT("product"), RATING("rating"), REVIEW_TEXT("text"), POSTED_AT("postedAt"), DESCRIPTION("description"),
    OCCURRED_AT("occurredAt"), DESIRED_OUTCOME("desiredOutcome"), ORDER_AMOUNT("orderAmount"),
    PAID_AT("paidAt"), ORDER_STATUS("orderStatus"),
    CUSTOMER("customerName"), PLATFORM_ID("platformId"), PHONE("phone"), EMAIL("email");

    private final String field;

    Column(String field) {
        this.field = field;
    }

    /** @return what the rest of the desk calls it when it refuses a value */
    String field() {
        return field;
    }

    String words() {
        return "column-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
