package org.complaintdesk.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A shop's own system that knows the orders it is told, over real HTTP, for all tests of a run. */
@TestConfiguration(proxyBeanMethods = false)
public class SharedShopSystem {

    private static final Map<String, String> ORDERS = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = start();

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "shop-system");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/orders/", exchange -> {
                String number = exchange.getRequestURI().getPath().substring("/orders/".length());
                byte[] answer = ORDERS.getOrDefault(number, "").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param answer what the system says about the order, as JSON; anything else breaks it for this order */
    public static void knows(String number, String answer) {
        ORDERS.put(number, answer);
    }

    @Bean
    DynamicPropertyRegistrar shopSystemProperties() {
        return registry -> {
            registry.add("complaintdesk.orders.url", () -> "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/orders/{number}?shop={shop}");
            registry.add("complaintdesk.orders.timeout", () -> "PT10S");
        };
    }
}
