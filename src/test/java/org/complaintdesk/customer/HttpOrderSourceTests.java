package org.complaintdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpOrderSourceTests {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String ORDER = """
            {"number": "TB 1/2", "amount": 399.00, "product": "清香白酒\\n六瓶装", "paidAt": "2026-11-01T01:05:00Z",
             "status": "交易成功", "whatever": {"more": [1]}}""";

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = ORDER;
    private volatile boolean silent;
    private volatile String asked;
    private volatile String token;

    @BeforeEach
    void shopSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            asked = exchange.getRequestURI().toString();
            token = exchange.getRequestHeaders().getFirst("Authorization");
            if (silent) {
                await();
            }
            if (status == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private HttpOrderSource source(String secret) {
        return source(secret, Duration.ofSeconds(10));
    }

    private HttpOrderSource source(String secret, Duration timeout) {
        return new HttpOrderSource(new OrderProperties("http://127.0.0.1:" + server.getAddress().getPort()
                + "/orders/{number}?shop={shop}&on={channel}", timeout, secret, Duration.ofMinutes(1)), JSON);
    }

    @Test
    void order_is_asked_for_by_its_number_and_read() {
        assertThat(source("s3cret").find("醉卿 & 旗舰店", "TMALL", "TB 1/2")).hasValueSatisfying(order -> {
            assertThat(order.amount()).isEqualByComparingTo("399");
            assertThat(order.product()).isEqualTo("清香白酒 六瓶装");
            assertThat(order.paidAt()).isEqualTo(Instant.parse("2026-11-01T01:05:00Z"));
            assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        });
        assertThat(asked).startsWith("/orders/TB%201%2F2?shop=%E9%86%89").contains("%20%26%20").endsWith("&on=TMALL");
        assertThat(token).isEqualTo("Bearer s3cret");
    }

    @Test
    void without_a_token_nothing_is_sent_as_one() {
        source(" ").find("店", "TMALL", "TB 1/2");
        assertThat(token).isNull();
    }

    @Test
    void order_nobody_knows_is_none() {
        status = 404;
        assertThat(source(null).find("店", "TMALL", "TB1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500, ''", "302, ''", "200, ''", "200, null", "200, <html>", "200, '[1]'", "200, '{\"amount\": \"viel\"}'",
            "200, '{\"number\": \"another\"}'"})
    void answer_that_is_no_order_is_a_failure(int code, String answer) {
        status = code;
        body = answer;
        assertThatThrownBy(() -> source(null).find("店", "TMALL", "TB1")).isInstanceOf(OrderSourceUnavailable.class);
        assertThat(asked).doesNotContain("elsewhere");
    }

    @Test
    void endless_answer_is_cut_off() {
        body = "{\"product\": \"" + "x".repeat(70_000) + "\"}";
        assertThatThrownBy(() -> source(null).find("店", "TMALL", "TB1")).isInstanceOf(OrderSourceUnavailable.class);
    }

    @Test
    void silent_system_costs_no_more_than_the_timeout() {
        silent = true;
        assertThatThrownBy(() -> source(null, Duration.ofMillis(300)).find("店", "TMALL", "TB1")).isInstanceOf(OrderSourceUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "0.001", "99999999"})
    void amount_nobody_pays_is_left_out(String amount) {
        body = "{\"amount\": %s}".formatted(amount);
        assertThat(source(null).find("店", "TMALL", "TB1")).hasValueSatisfying(order -> assertThat(order.amount()).isNull());
    }
}
