package org.complaintdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.complaintdesk.faults.Checker;
import org.complaintdesk.support.PackagedDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is delivered, started the way an operator starts it. */
class PackagedJarIT {

    private static final Path ROOT = Path.of("").toAbsolutePath();

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void two_nodes_that_start_together_share_one_database_and_exactly_the_models_of_the_repository() throws Exception {
        List<PackagedDesk> nodes = new ArrayList<>();
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            try {
                for (int i = 0; i < 2; i++) {
                    nodes.add(PackagedDesk.start(directory, PackagedDesk.settings(postgres, mail.getSmtp().getPort())));
                }
                for (PackagedDesk node : nodes) {
                    node.awaitHealthy();
                }
                PackagedDesk first = nodes.get(0);
                Set<String> files = models();
                assertThat(deployed(first)).isEqualTo(files);
                assertThat(resources(first, "process-definition")).isEqualTo(ending(files, ".bpmn"));
                assertThat(resources(first, "decision-definition")).isEqualTo(ending(files, ".dmn"));

                assertThat(nodes.parallelStream().map(this::complain).distinct())
                        .as("the same complaint sent to both nodes at once opens one case").hasSize(1);
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> mail.getReceivedMessages().length > 0);
                assertThat(Checker.of(postgres.getPostgresDatabase())).isEmpty();
            } finally {
                for (PackagedDesk node : nodes) {
                    node.close();
                }
            }
            assertThat(mail.getReceivedMessages()).as("one acknowledgement, whichever node sent it").hasSize(1);
        } finally {
            mail.stop();
        }
    }

    /** @return the number the complaint got */
    private String complain(PackagedDesk node) {
        String body = """
                {"shop": "某某旗舰店", "channel": "EMAIL", "externalId": "twice", "description": "瓶子碎了",
                 "customer": {"name": "王先生", "email": "wang@example.com"}}""";
        try {
            return json.readTree(node.post("/api/complaints", body).body()).path("number").asText();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void jar_without_settings_says_what_is_missing_and_ends() throws Exception {
        try (PackagedDesk desk = PackagedDesk.start(directory, Map.of("SERVER_PORT", String.valueOf(PackagedDesk.freePort())))) {
            assertThat(desk.process().waitFor(60, TimeUnit.SECONDS)).as("ends by itself; so far it said:%n%s", desk.output()).isTrue();
            assertThat(desk.process().exitValue()).isNotZero();
            assertThat(desk.output()).contains("SPRING_DATASOURCE_URL").doesNotContain("\tat ");
        }
    }

    /** Two nodes that start together deploy each file once. */
    private static Set<String> deployed(PackagedDesk node) throws Exception {
        List<String> all = new ArrayList<>();
        for (JsonNode deployment : read(node, "/engine-rest/deployment")) {
            all.addAll(names(read(node, "/engine-rest/deployment/" + deployment.path("id").asText() + "/resources"), "name"));
        }
        assertThat(all).doesNotHaveDuplicates();
        return new TreeSet<>(all);
    }

    private static Set<String> resources(PackagedDesk node, String kind) throws Exception {
        return names(read(node, "/engine-rest/" + kind + "?latestVersion=true"), "resource");
    }

    private static JsonNode read(PackagedDesk node, String path) throws Exception {
        HttpResponse<String> response = node.get(path);
        assertThat(response.statusCode()).as("%s answers %s", path, response.body()).isEqualTo(200);
        return node.read(path);
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
}
