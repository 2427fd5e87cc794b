package org.complaintdesk.customer;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.complaintdesk.platform.CleanText;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks for an order over HTTP: GET, answered with {@code {"number", "amount", "product", "paidAt", "status"}} or 404. It
 * follows no redirect and reads no more than {@value #LONGEST} bytes.
 */
@Component
class HttpOrderSource implements OrderSource {

    private static final int LONGEST = 65_536;

    private final RestClient client;
    private final ObjectMapper json;
    private final String url;

    HttpOrderSource(OrderProperties settings, ObjectMapper json) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(settings.timeout()).followRedirects(HttpClient.Redirect.NEVER).build());
        requests.setReadTimeout(settings.timeout());
        RestClient.Builder builder = RestClient.builder().requestFactory(requests)
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
        if (StringUtils.hasText(settings.token())) {
            builder.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.token().strip());
        }
        this.client = builder.build();
        this.json = json;
        this.url = settings.url();
    }

    @Override
    public boolean isConnected() {
        return StringUtils.hasText(url);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(String number, BigDecimal amount, String product, @JsonAlias("paid_at") Instant paidAt, String status) {
    }

    @Override
    public Optional<NewOrder> find(String shop, String channel, String number) {
        try {
            return client.get().uri(url, Map.of("shop", shop, "channel", channel, "number", number))
                    .exchange((request, response) -> read(response))
                    .map(answer -> order(shop, channel, number, answer));
        } catch (RestClientException e) {
            throw new OrderSourceUnavailable("No order from " + url, e);
        }
    }

    private Optional<Answer> read(ClientHttpResponse response) throws IOException {
        if (response.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return Optional.empty();
        }
        if (!response.getStatusCode().isSameCodeAs(HttpStatus.OK)) {
            throw new IOException("Answered with " + response.getStatusCode());
        }
        byte[] body = response.getBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new IOException("Answered with more than " + LONGEST + " bytes");
        }
        Answer answer = json.readValue(body, Answer.class);
        if (answer == null) {
            throw new IOException("Answered with nothing");
        }
        return Optional.of(answer);
    }

    /** What cannot be an order's is left out: the answer comes from another system. */
    private static NewOrder order(String shop, String channel, String number, Answer answer) {
        if (answer.number() != null && !answer.number().strip().equals(number)) {
            throw new OrderSourceUnavailable("Answered with another order", null);
        }
        BigDecimal amount = answer.amount();
        boolean sensible = amount != null && amount.signum() >= 0 && amount.compareTo(CustomerOrders.MOST) <= 0
                && amount.stripTrailingZeros().scale() <= 2;
        String product = CleanText.of(answer.product() == null ? null : answer.product().replaceAll("\\s+", " "));
        return new NewOrder(shop, channel, number, sensible ? amount : null,
                product == null ? null : CleanText.cut(product, CustomerOrders.PRODUCT_LENGTH), answer.paidAt(),
                OrderStatus.of(answer.status()));
    }
}
