package org.complaintdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.complaintdesk.faults.Checker.Finding;
import org.complaintdesk.support.PackagedDesk;

/** PostgreSQL, a mail server and nodes, each in processes of its own, each to be killed; and the check at the end. */
final class House implements AutoCloseable {

    /** A start may take minutes on a busy machine. */
    static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String DUE = "select count(*) from act_ru_job where retries_ > 0 and suspension_state_ = 1"
            + " and (duedate_ is null or duedate_ <= localtimestamp + interval '20 seconds')";

    final DurablePostgres postgres;
    final KeptMailServer mail;
    final Journal journal = new Journal();
    private final Path directory;
    private final List<Map<String, String>> settings = new ArrayList<>();
    private final List<PackagedDesk> nodes = new ArrayList<>();

    House(Path directory) throws IOException, InterruptedException, SQLException {
        this.directory = directory;
        postgres = new DurablePostgres(directory, PackagedDesk.freePort());
        mail = new KeptMailServer(directory.resolve("mails"), PackagedDesk.freePort());
        postgres.start();
        mail.start();
        if (!SoonStarted.isReady()) {
            SoonStarted.prepare(directory, trial());
        }
    }

    /** @return settings of a node with a database of its own, so that this house's stays empty */
    private Map<String, String> trial() throws IOException, SQLException {
        try (Connection database = postgres.connect(); Statement statement = database.createStatement()) {
            statement.execute("create database trial");
        }
        Map<String, String> settings = node();
        this.settings.clear();
        nodes.clear();
        settings.computeIfPresent("SPRING_DATASOURCE_URL", (name, url) -> url.replace("/postgres?", "/trial?"));
        return settings;
    }

    /** @return the settings of one more node, which is not started; they may be changed */
    Map<String, String> node() throws IOException {
        int port = PackagedDesk.freePort();
        Map<String, String> node = new HashMap<>(Map.of("SPRING_DATASOURCE_URL", DurablePostgres.url(postgres.port()),
                "SPRING_DATASOURCE_USERNAME", "postgres", "SPRING_DATASOURCE_PASSWORD", "postgres",
                "SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", String.valueOf(mail.port()),
                "COMPLAINTDESK_PUBLIC_URL", "http://localhost:8080", "COMPLAINTDESK_ADMIN_PASSWORD", "a-password-of-ours",
                "COMPLAINTDESK_SECRET", "one-secret-for-all-nodes-of-this-house", "SERVER_PORT", String.valueOf(port)));
        // A dead node's jobs are taken up after five minutes in production. Shorter, a busy machine never ends a batch within it.
        node.put("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "20000");
        node.put("CAMUNDA_BPM_JOBEXECUTION_MAXWAIT", "1000");
        node.put("COMPLAINTDESK_UPDATE_MAILRETRIES", "PT1S,PT2S,PT2S,PT5S,PT5S,PT10S,PT10S,PT20S,PT30S,PT30S");
        settings.add(node);
        nodes.add(null);
        return node;
    }

    PackagedDesk start(int node) throws IOException {
        return start(node, SoonStarted.command());
    }

    PackagedDesk start(int node, List<String> command) throws IOException {
        PackagedDesk desk = PackagedDesk.start(directory, settings.get(node), command);
        nodes.set(node, desk);
        return desk;
    }

    PackagedDesk desk(int node) {
        return nodes.get(node);
    }

    List<String> addresses() {
        return settings.stream().map(node -> "http://localhost:" + node.get("SERVER_PORT")).toList();
    }

    /** Somebody who does everything, and hears of what is late. */
    void hire() throws IOException, InterruptedException {
        PackagedDesk desk = nodes.get(0);
        desk.post("/engine-rest/user/create", """
                {"profile": {"id": "%s", "firstName": "Ann", "lastName": "A", "email": "ann@shop.example"}, "credentials": {"password": "%s"}}"""
                .formatted(Caller.PERSON, Caller.PASSWORD));
        for (String group : List.of("agents", "supervisors", "finance", "warehouse")) {
            assertThat(desk.put("/engine-rest/group/" + group + "/members/" + Caller.PERSON).statusCode()).isEqualTo(204);
        }
    }

    /** Some hours pass for a few cases at random: what they promised becomes due, their follow-up too. */
    void timePasses(double share) throws SQLException {
        Hours.pass(postgres, share);
    }

    /** Waits until nothing is left to do at once, then looks at everything. */
    List<Finding> check() throws Exception {
        Awaitility.await("nothing left to do").atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).ignoreExceptions().until(() -> count(DUE) == 0);
        try (Connection database = postgres.connect()) {
            Checker checker = new Checker(database);
            List<Finding> findings = new ArrayList<>(checker.database(Duration.ofSeconds(30)));
            findings.addAll(checker.mails(KeptMails.in(mail.directory())));
            findings.addAll(checker.promises(journal));
            journal.broken().forEach(broken -> findings.add(new Finding("promise-broken", broken, "")));
            return findings;
        }
    }

    /** @return how many messages the mail server took more than once */
    long mailsTwice() throws IOException {
        return Checker.twice(KeptMails.in(mail.directory()));
    }

    long count(String query) throws SQLException {
        try (Connection database = postgres.connect(); Statement statement = database.createStatement();
             ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    String story() throws Exception {
        return "%s; %d cases closed, %d alarms, %d mails, %d of them taken twice, %d incidents".formatted(journal,
                count("select count(*) from complaint where stage = 'CLOSED'"), count("select count(*) from clock_alarm"),
                KeptMails.in(mail.directory()).size(), mailsTwice(), count("select count(*) from act_ru_incident"));
    }

    @Override
    public void close() throws Exception {
        for (PackagedDesk desk : nodes) {
            if (desk != null) {
                desk.kill();
            }
        }
        mail.close();
        postgres.close();
    }
}
