package org.complaintdesk.customer;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Where to ask for orders.
 *
 * @param url     with the placeholders {shop}, {channel} and {number}; null for no such system
 * @param timeout of a connection and of an answer
 * @param token   sent as {@code Authorization: Bearer}; may be null
 * @param pause   so long a system that failed is not asked again by the flow; people may always ask
 */
@Validated
@ConfigurationProperties("complaintdesk.orders")
record OrderProperties(String url, @NotNull @DefaultValue("PT2S") Duration timeout, String token,
                       @NotNull @DefaultValue("PT1M") Duration pause) {

    boolean isConfigured() {
        return StringUtils.hasText(url);
    }

    @AssertTrue(message = "complaintdesk.orders.url must contain {number}, for example https://shop.example/orders/{number}?shop={shop}")
    boolean isUrlWithNumber() {
        return !isConfigured() || url.contains("{number}");
    }

    @AssertTrue(message = "complaintdesk.orders.timeout must be between 100ms and 10s: people and flows wait for it")
    boolean isTimeoutShort() {
        return timeout == null || timeout.toMillis() >= 100 && timeout.compareTo(Duration.ofSeconds(10)) <= 0;
    }

    @Override
    public String toString() {
        return "OrderProperties[url=%s, timeout=%s, pause=%s]".formatted(url, timeout, pause);
    }
}
