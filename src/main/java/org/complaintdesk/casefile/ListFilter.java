package org.complaintdesk.casefile;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;

/** Which cases a list shows, as the address of its page says it. */
interface ListFilter {

    /** @return the list's own path */
    String path();

    /** @return what is set, by the name it has in the address, always in the same order */
    Map<String, String> params();

    /** @return the same as the part of an address after its question mark; empty when nothing is set */
    default String text() {
        return params().entrySet().stream().map(param -> param.getKey() + "=" + UriUtils.encode(param.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    default boolean isSet() {
        return !params().isEmpty();
    }

    /** @return the address of the list */
    default String address() {
        return isSet() ? path() + "?" + text() : path();
    }

    /** @return the address of one of its pages, the first being 0 */
    default String page(int page) {
        return page == 0 ? address() : address() + (isSet() ? "&" : "?") + "page=" + page;
    }
}
