package org.complaintdesk.intake.portal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form as it was sent, whatever that is; anything may be null.
 *
 * @param occurredOn   a date as browsers write it, or as people do
 * @param wishes       names of {@link Wish}
 * @param stamp        see {@link FormStamps}
 * @param website      no person sees this field; programs fill it in
 * @param removed      ids of kept files that are not wanted after all
 * @param another      its sender knows that one was filed already, and files another one
 */
record PortalForm(String shop, String orderNumber, String description, String occurredOn, List<String> wishes, String wishText,
                  String customerName, String email, String phone, String platformId, String stamp, String website,
                  List<String> removed, Boolean another) {

    PortalForm {
        wishes = wishes == null ? List.of() : List.copyOf(wishes);
        removed = removed == null ? List.of() : List.copyOf(removed);
        another = Boolean.TRUE.equals(another);
    }

    static PortalForm empty(String shop, String orderNumber) {
        return new PortalForm(shop, orderNumber, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Everything a person typed or chose, without what belongs to the page. */
    String typed() {
        return Stream.of(shop, orderNumber, description, occurredOn, String.join(",", wishes), wishText, customerName, email, phone,
                platformId).map(text -> text == null ? "" : text).collect(Collectors.joining("\n\u0000"));
    }

    boolean looksLikeAProgram() {
        return website != null && !website.isBlank();
    }
}
