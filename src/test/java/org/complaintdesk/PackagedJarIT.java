package org.complaintdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is delivered, started the way an operator starts it. */
class PackagedJarIT {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final String ADMIN_PASSWORD = "a-password-of-ours";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void two_nodes_that_start_together_share_one_database_and_exactly_the_models_of_the_repository() throws Exception {
        List<Integer> ports = List.of(freePort(), freePort());
        List<Process> nodes = new ArrayList<>();
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            try {
                for (int port : ports) {
                    nodes.add(start(settings(postgres, mail, port)));
                }
                for (int i = 0; i < ports.size(); i++) {
                    awaitHealthy(nodes.get(i), address(ports.get(i)));
                }
                URI first = address(ports.get(0));
                Set<String> files = models();
                assertThat(deployed(first)).isEqualTo(files);
                assertThat(resources(first, "process-definition")).isEqualTo(ending(files, ".bpmn"));
                assertThat(resources(first, "decision-definition")).isEqualTo(ending(files, ".dmn"));

                assertThat(ports.parallelStream().map(port -> complain(address(port))).distinct())
                        .as("the same complaint sent to both nodes at once opens one case").hasSize(1);
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> mail.getReceivedMessages().length > 0);
            } finally {
                for (Process node : nodes) {
                    stop(node);
                }
            }
            assertThat(mail.getReceivedMessages()).as("one acknowledgement, whichever node sent it").hasSize(1);
        } finally {
            mail.stop();
        }
    }

    private static Map<String, String> settings(EmbeddedPostgres postgres, GreenMail mail, int port) {
        return Map.of("SPRING_DATASOURCE_URL", postgres.getJdbcUrl("postgres", "postgres"),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres",
                "SPRING_MAIL_HOST", "127.0.0.1",
                "SPRING_MAIL_PORT", String.valueOf(mail.getSmtp().getPort()),
                "COMPLAINTDESK_PUBLIC_URL", "http://localhost:" + port,
                "COMPLAINTDESK_ADMIN_PASSWORD", ADMIN_PASSWORD,
                "SERVER_PORT", String.valueOf(port));
    }

    private static URI address(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** @return the number the complaint got */
    private String complain(URI address) {
        String body = """
                {"shop": "某某旗舰店", "channel": "EMAIL", "externalId": "twice", "description": "瓶子碎了",
                 "customer": {"name": "王先生", "email": "wang@example.com"}}""";
        try {
            HttpResponse<String> answer = http.send(request(address.resolve("/api/complaints"))
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return json.readTree(answer.body()).path("number").asText();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void jar_without_settings_says_what_is_missing_and_ends() throws Exception {
        Process desk = start(Map.of("SERVER_PORT", String.valueOf(freePort())));
        try {
            assertThat(desk.waitFor(60, TimeUnit.SECONDS)).as("ends by itself; so far it said:%n%s", output()).isTrue();
            assertThat(desk.exitValue()).isNotZero();
            assertThat(output()).contains("SPRING_DATASOURCE_URL").doesNotContain("\tat ");
        } finally {
            stop(desk);
        }
    }

    private Process start(Map<String, String> settings) throws IOException {
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar", ROOT.resolve("target/complaint-desk.jar").toString());
        java.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("COMPLAINTDESK_"));
        java.environment().putAll(settings);
        return java.directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log(settings.get("SERVER_PORT")).toFile()).start();
    }

    private static void stop(Process desk) throws InterruptedException {
        desk.destroy();
        if (!desk.waitFor(30, TimeUnit.SECONDS)) {
            desk.destroyForcibly().waitFor();
        }
    }

    private void awaitHealthy(Process desk, URI address) throws IOException {
        Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(250)).ignoreExceptions()
                .until(() -> !desk.isAlive() || get(address.resolve("/actuator/health")).statusCode() == 200);
        assertThat(desk.isAlive()).as("still running; it said:%n%s", output()).isTrue();
    }

    private Set<String> deployed(URI address) throws Exception {
        JsonNode deployments = read(address.resolve("/engine-rest/deployment"));
        assertThat(deployments).hasSize(1);
        String id = deployments.get(0).path("id").asText();
        return names(read(address.resolve("/engine-rest/deployment/" + id + "/resources")), "name");
    }

    private Set<String> resources(URI address, String kind) throws Exception {
        return names(read(address.resolve("/engine-rest/" + kind + "?latestVersion=true")), "resource");
    }

    private JsonNode read(URI address) throws Exception {
        HttpResponse<String> response = get(address);
        assertThat(response.statusCode()).as("%s answers %s", address, response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(request(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI address) {
        String credentials = Base64.getEncoder().encodeToString(("admin:" + ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address).header("Authorization", "Basic " + credentials);
    }

    private static Set<String> names(JsonNode entries, String property) {
        return StreamSupport.stream(entries.spliterator(), false).map(entry -> entry.path(property).asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> models() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String folder : new String[] {"processes", "forms"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(Files::isRegularFile).map(file -> ROOT.relativize(file).toString().replace('\\', '/')).forEach(names::add);
            }
        }
        return names;
    }

    private static Set<String> ending(Set<String> names, String end) {
        return names.stream().filter(name -> name.endsWith(end)).collect(Collectors.toCollection(TreeSet::new));
    }

    private Path log(String port) {
        return directory.resolve("desk-" + port + ".log");
    }

    private String output() throws IOException {
        StringBuilder said = new StringBuilder();
        try (Stream<Path> logs = Files.list(directory)) {
            for (Path log : logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                said.append(Files.readString(log));
            }
        }
        return said.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
