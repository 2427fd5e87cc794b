package org.complaintdesk.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The jar as it is delivered, started the way an operator starts it, in a process of its own. */
public final class PackagedDesk implements AutoCloseable {

    public static final Path JAR = Path.of("target/complaint-desk.jar").toAbsolutePath();
    public static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String ADMIN_PASSWORD = "a-password-of-ours";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final URI address;

    private PackagedDesk(Process process, Path log, URI address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** @return the settings an operator has to make, for a free port and a mail server on that port of this machine */
    public static Map<String, String> settings(EmbeddedPostgres postgres, int mailPort) throws IOException {
        int port = freePort();
        return new HashMap<>(Map.of("SPRING_DATASOURCE_URL", postgres.getJdbcUrl("postgres", "postgres"),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres",
                "SPRING_MAIL_HOST", "127.0.0.1",
                "SPRING_MAIL_PORT", String.valueOf(mailPort),
                "COMPLAINTDESK_PUBLIC_URL", "http://localhost:" + port,
                "COMPLAINTDESK_ADMIN_PASSWORD", ADMIN_PASSWORD,
                "COMPLAINTDESK_OPERATION_STOP_NOTICE", "PT0S",
                "SERVER_PORT", String.valueOf(port)));
    }

    /**
     * @param directory where it runs and keeps its log
     * @param settings  environment variables, with the port to listen on
     */
    public static PackagedDesk start(Path directory, Map<String, String> settings, String... javaOptions) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-jar", JAR.toString()));
        return start(directory, settings, command);
    }

    /** The same by another command: another version of the jar, or a machine with something wrong. */
    public static PackagedDesk start(Path directory, Map<String, String> settings, List<String> command) throws IOException {
        String port = settings.get("SERVER_PORT");
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("COMPLAINTDESK_"));
        java.environment().putAll(settings);
        Path log = directory.resolve("desk-" + port + ".log");
        return new PackagedDesk(java.directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start(), log, URI.create("http://localhost:" + port));
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** @throws AssertionError when it ended or is not healthy within four minutes, which a busy machine may need */
    public PackagedDesk awaitHealthy() throws IOException {
        return awaitHealthy(Duration.ofMinutes(4));
    }

    /** @throws AssertionError when it ended or is not healthy by then */
    public PackagedDesk awaitHealthy(Duration atMost) throws IOException {
        Awaitility.await().dontCatchUncaughtExceptions().atMost(atMost).pollInterval(Duration.ofMillis(250)).ignoreExceptions()
                .until(() -> !process.isAlive() || get("/actuator/health").statusCode() == 200);
        if (!process.isAlive()) {
            throw new AssertionError("The desk has ended; it said:\n" + output());
        }
        return this;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** @return the answer as JSON, whatever its status */
    public JsonNode read(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path) throws IOException, InterruptedException {
        return send(request(path).PUT(HttpRequest.BodyPublishers.noBody()));
    }

    /** @return where the file is taken in, {@code /api/imports/17} */
    public String upload(String path, Path file) throws IOException, InterruptedException {
        HttpResponse<String> answer = uploaded(path, file);
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer + " " + answer.body()));
    }

    public HttpResponse<String> uploaded(String path, Path file) throws IOException, InterruptedException {
        String boundary = "file-of-a-test";
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                                .formatted(boundary, file.getFileName())),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        String credentials = Base64.getEncoder().encodeToString(("admin:" + ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Basic " + credentials);
    }

    public Process process() {
        return process;
    }

    /** What it has written so far. */
    public String output() throws IOException {
        return Files.readString(log);
    }

    /** Ends it as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as an operator would. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
