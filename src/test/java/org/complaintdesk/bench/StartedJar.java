package org.complaintdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Any executable jar with an HTTP port and health, started the way an operator starts it. */
final class StartedJar implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Process process;
    private final double secondsToHealthy;

    private StartedJar(Process process, double secondsToHealthy) {
        this.process = process;
        this.secondsToHealthy = secondsToHealthy;
    }

    static StartedJar start(Path jar, Path directory, Map<String, String> settings) throws IOException {
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-jar", jar.toString());
        java.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("COMPLAINTDESK_"));
        java.environment().putAll(settings);
        long start = System.nanoTime();
        Path log = directory.resolve("started.log");
        Process process = java.directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile())).start();
        URI health = URI.create("http://127.0.0.1:" + settings.get("SERVER_PORT") + "/actuator/health");
        HttpClient http = HttpClient.newHttpClient();
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(50)).ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> http.send(HttpRequest.newBuilder(alive(process, log, health)).build(),
                        HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
        return new StartedJar(process, (System.nanoTime() - start) / 1e9);
    }

    private static URI alive(Process process, Path log, URI health) throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("It has ended:\n" + Files.readString(log));
        }
        return health;
    }

    double secondsToHealthy() {
        return secondsToHealthy;
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    double residentMegabytes() {
        return residentMegabytes(process.pid());
    }

    static double residentMegabytes(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(process))).stream().filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0).findFirst().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
