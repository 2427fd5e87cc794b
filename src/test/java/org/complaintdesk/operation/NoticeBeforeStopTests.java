package org.complaintdesk.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthContributorAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.health.HealthEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.servlet.ServletManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a proxy sees of a node that is told to stop: first that it is not ready, and only then that nobody answers. */
class NoticeBeforeStopTests {

    private static final Duration NOTICE = Duration.ofSeconds(2);

    /** Answers as a desk does, and stops its threads when it hears of the end, as others do. */
    @Configuration(proxyBeanMethods = false)
    @RestController
    @Import(NoticeBeforeStop.class)
    @EnableConfigurationProperties(OperationProperties.class)
    @ImportAutoConfiguration({ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
            ApplicationAvailabilityAutoConfiguration.class, EndpointAutoConfiguration.class, JacksonEndpointAutoConfiguration.class,
            WebEndpointAutoConfiguration.class, HealthContributorAutoConfiguration.class, HealthEndpointAutoConfiguration.class,
            AvailabilityHealthContributorAutoConfiguration.class, AvailabilityProbesAutoConfiguration.class,
            ManagementContextAutoConfiguration.class, ServletManagementContextAutoConfiguration.class})
    static class SmallDesk {

        final AtomicBoolean threadsStopped = new AtomicBoolean();

        @GetMapping("/work")
        String work() {
            return threadsStopped.get() ? "nobody does it any more" : "done";
        }

        @EventListener
        void end(ContextClosedEvent closing) {
            threadsStopped.set(true);
        }
    }

    private final HttpClient proxy = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext desk() {
        return new SpringApplicationBuilder(SmallDesk.class).bannerMode(Banner.Mode.OFF).registerShutdownHook(false).run(
                "--spring.config.name=none", "--server.port=0", "--server.shutdown=graceful",
                "--management.endpoint.health.probes.enabled=true", "--complaintdesk.operation.stop-notice=" + NOTICE);
    }

    private static URI address(ConfigurableApplicationContext desk, String path) {
        return URI.create("http://localhost:" + desk.getEnvironment().getProperty("local.server.port") + path);
    }

    private int readiness(URI address) throws IOException, InterruptedException {
        return proxy.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding()).statusCode();
    }

    private String work(URI address) throws IOException, InterruptedException {
        return proxy.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }

    @Test
    void node_that_is_told_to_stop_says_so_and_goes_on_until_the_proxy_has_noticed() throws Exception {
        ConfigurableApplicationContext desk = desk();
        URI readiness = address(desk, "/actuator/health/readiness");
        URI work = address(desk, "/work");
        assertThat(readiness(readiness)).isEqualTo(200);
        long told = System.nanoTime();

        CompletableFuture<Void> end = CompletableFuture.runAsync(desk::close);

        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> readiness(readiness) == 503);
        assertThat(work(work)).isEqualTo("done");
        assertThat(end).as("it is still there").isNotDone();
        end.get(30, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - told)).isGreaterThanOrEqualTo(NOTICE);
        assertThatThrownBy(() -> work(work)).isInstanceOf(IOException.class);
    }
}
