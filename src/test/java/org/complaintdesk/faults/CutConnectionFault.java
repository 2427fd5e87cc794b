package org.complaintdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.complaintdesk.faults.Checker.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The network between one of two nodes and the database breaks: noisily, or without anybody learning of it. */
class CutConnectionFault {

    private static final int CUTS = Integer.getInteger("faults.cuts", 12);
    private static final long SEED = Long.getLong("faults.seed", 7);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void node_that_loses_the_database_and_finds_it_again_loses_nothing_else() throws Exception {
        Random dice = new Random(SEED);
        try (House house = new House(directory); Forwarder network = Forwarder.to(house.postgres.port())) {
            house.node();
            house.node().put("SPRING_DATASOURCE_URL", DurablePostgres.url(network.port()));
            house.start(0).awaitHealthy(House.PATIENCE);
            house.start(1).awaitHealthy(House.PATIENCE);
            house.hire();
            try (Clients clients = new Clients(4, SEED, house.addresses(), house.journal)) {
                for (int cut = 0; cut < CUTS; cut++) {
                    house.timePasses(0.2);
                    clients.getAnswers(1 + dice.nextInt(40));
                    switch (cut % 3) {
                        case 0 -> network.reset();
                        case 1 -> network.cut();
                        default -> network.freeze();
                    }
                    Pause.millis(dice.nextInt(6_000));
                    network.heal();
                    house.desk(1).awaitHealthy(House.PATIENCE);
                }
            }
            List<Finding> findings = house.check();
            FaultReport.add("connection between one of two nodes and the database", SEED, CUTS + " cuts (a third each: reset, refused, frozen)", house, findings);
            assertThat(findings).isEmpty();
        }
    }

    /** Nobody tells PostgreSQL that the node is gone: what it has locked is free when its sessions have been silent for long enough. */
    @Test
    void node_that_vanishes_without_a_word_holds_the_other_up_no_longer_than_its_jobs() throws Exception {
        try (House house = new House(directory); Forwarder network = Forwarder.to(house.postgres.port())) {
            house.node();
            Map<String, String> vanishing = house.node();
            vanishing.put("SPRING_DATASOURCE_URL", DurablePostgres.url(network.port()));
            // Five minutes in production, as a job's lock.
            vanishing.put("SPRING_DATASOURCE_HIKARI_CONNECTIONINITSQL", "set idle_in_transaction_session_timeout = '8s'");
            house.start(0).awaitHealthy(House.PATIENCE);
            house.start(1).awaitHealthy(House.PATIENCE);
            house.hire();
            try (Clients clients = new Clients(6, SEED, house.addresses(), house.journal)) {
                clients.getAnswers(60);
                house.timePasses(0.5);
                network.freeze();
            }
            List<Finding> findings = house.check();
            FaultReport.add("one of two nodes vanishes from the network", SEED, "once, for good", house, findings);
            assertThat(findings).isEmpty();
        }
    }
}
