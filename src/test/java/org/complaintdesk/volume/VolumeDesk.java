package org.complaintdesk.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.core.ConditionTimeoutException;
import org.complaintdesk.support.DeskFigures;
import org.complaintdesk.support.PackagedDesk;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A packaged desk on one of the databases, and its people. */
final class VolumeDesk implements AutoCloseable {

    static final List<String> SHOPS = IntStream.rangeClosed(1, 10).mapToObj(n -> "示例旗舰店" + n).toList();
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String PASSWORD = "Lamp-7-Orchard-Quiet";

    /** Everybody who is needed: name, groups, and whether they see one shop of ten or all. */
    private enum Someone {
        LEAD(List.of("agents", "supervisors", "managers", "finance", "warehouse"), true),
        AGENT(List.of("agents"), false), EVERYWHERE(List.of("agents"), true), SUPERVISOR(List.of("supervisors"), false),
        MANAGER(List.of("managers"), true);

        private final List<String> groups;
        private final boolean allShops;

        Someone(List<String> groups, boolean allShops) {
            this.groups = groups;
            this.allShops = allShops;
        }

        String id() {
            return name().toLowerCase();
        }
    }

    private final PackagedDesk desk;
    private final URI address;
    private final DataSource database;
    private final double secondsToHealthy;

    private VolumeDesk(PackagedDesk desk, URI address, DataSource database, double secondsToHealthy) {
        this.desk = desk;
        this.address = address;
        this.database = database;
        this.secondsToHealthy = secondsToHealthy;
    }

    static VolumeDesk start(EmbeddedPostgres server, String name, int mailPort, Path directory) throws IOException {
        Map<String, String> settings = PackagedDesk.settings(server, mailPort);
        settings.put("SPRING_DATASOURCE_URL", server.getJdbcUrl("postgres", name));
        // A whole case in seconds is more mail than an address gets in an hour: the rest would wait in each of a million copies.
        settings.put("COMPLAINTDESK_UPDATE_PERADDRESSANDHOUR", "100");
        settings.put("COMPLAINTDESK_UPDATE_PERUNCONFIRMEDADDRESSANDHOUR", "100");
        settings.put("COMPLAINTDESK_REQUESTS_PAGESPERMINUTE", "10000000");
        settings.put("COMPLAINTDESK_REQUESTS_PROGRAMSPERMINUTE", "10000000");
        IntStream.range(0, SHOPS.size()).forEach(shop -> settings.put("COMPLAINTDESK_SHOPS_%d_NAME".formatted(shop), SHOPS.get(shop)));
        DataSource database = server.getDatabase("postgres", name);
        // Nothing was down: the data were put away.
        JdbcClient jdbc = JdbcClient.create(database);
        if (jdbc.sql("select to_regclass('heartbeat') is not null").query(Boolean.class).single()) {
            jdbc.sql("update heartbeat set at = now()").update();
        }
        long start = System.nanoTime();
        PackagedDesk desk = PackagedDesk.start(directory, settings, "-Xmx1g");
        try {
            desk.awaitHealthy();
        } catch (ConditionTimeoutException slow) {
            // The first start on a database of an earlier version makes indexes.
            desk.awaitHealthy();
        }
        jdbc.sql("create extension if not exists pg_stat_statements").update();
        return new VolumeDesk(desk, URI.create("http://localhost:" + settings.get("SERVER_PORT")), database, DeskFigures.secondsSince(start));
    }

    /** Once in the life of a database. */
    void hire() throws Exception {
        for (Someone person : Someone.values()) {
            desk.post("/engine-rest/user/create", """
                    {"profile": {"id": "%1$s", "firstName": "%1$s", "lastName": "B"}, "credentials": {"password": "%2$s"}}"""
                    .formatted(person.id(), PASSWORD));
            for (String group : person.groups) {
                desk.put("/engine-rest/group/%s/members/%s".formatted(group, person.id()));
            }
            desk.put(person.allShops ? "/engine-rest/group/all-shops/members/" + person.id()
                    : "/engine-rest/tenant/%s/user-members/%s".formatted(Person.encoded(SHOPS.get(0)), person.id()));
        }
    }

    Person lead() {
        return new Person(address, Someone.LEAD.id());
    }

    /** An agent of one shop in ten. */
    Person agent() {
        return new Person(address, Someone.AGENT.id());
    }

    /** An agent of all shops. */
    Person agentOfAll() {
        return new Person(address, Someone.EVERYWHERE.id());
    }

    /** Of one shop in ten. */
    Person supervisor() {
        return new Person(address, Someone.SUPERVISOR.id());
    }

    Person manager() {
        return new Person(address, Someone.MANAGER.id());
    }

    JsonNode asAdmin(String path) throws Exception {
        return desk.read(path);
    }

    JsonNode asAdmin(String path, String json) throws Exception {
        return JSON.readTree(desk.post(path, json).body());
    }

    PackagedDesk process() {
        return desk;
    }

    JdbcClient database() {
        return JdbcClient.create(database);
    }

    DataSource dataSource() {
        return database;
    }

    double secondsToHealthy() {
        return secondsToHealthy;
    }

    @Override
    public void close() throws InterruptedException {
        desk.close();
    }
}
