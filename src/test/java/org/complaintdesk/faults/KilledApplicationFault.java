package org.complaintdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.complaintdesk.faults.Checker.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the application at random moments under load, also while it starts.
 * {@code mvn -Pfaults verify -Dit.test=KilledApplicationFault -Dfaults.kills=100 -Dfaults.seed=7}.
 */
class KilledApplicationFault {

    private static final int KILLS = Integer.getInteger("faults.kills", 100);
    private static final long SEED = Long.getLong("faults.seed", 7);
    /** Every so many kills it lives long enough to do some work; the others fall into its start. */
    private static final int LIVES = 2;
    private static final int JOBS_AT_ONCE = 4;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void one_node_killed_again_and_again_loses_and_doubles_nothing() throws Exception {
        Random dice = new Random(SEED);
        try (House house = new House(directory)) {
            house.node();
            house.start(0).awaitHealthy(House.PATIENCE);
            house.hire();
            try (Clients clients = new Clients(4, SEED, house.addresses(), house.journal)) {
                for (int kill = 1; kill <= KILLS; kill++) {
                    if (kill % LIVES == 1) {
                        house.desk(0).awaitHealthy(House.PATIENCE);
                        house.timePasses(0.2);
                        clients.getAnswers(1 + dice.nextInt(60));
                        Pause.millis(dice.nextInt(1_000));
                    } else {
                        Pause.millis(500 + dice.nextInt(9_500));
                    }
                    house.desk(0).kill();
                    house.start(0);
                }
                house.desk(0).awaitHealthy(House.PATIENCE);
                house.timePasses(0.5);
            }
            List<Finding> findings = house.check();
            FaultReport.add("kill -9 of the application", SEED, KILLS + " kills", house, findings);
            assertThat(findings).isEmpty();
            assertThat(house.mailsTwice()).as("a kill repeats no more than what was being sent").isLessThanOrEqualTo((long) KILLS * JOBS_AT_ONCE);
        }
    }

    /** Nothing is there yet: tables, models, people and settings are made while it dies. */
    @Test
    void node_killed_again_and_again_in_its_very_first_start_is_there_in_the_end() throws Exception {
        int kills = Math.max(2, KILLS / 10);
        Random dice = new Random(SEED + 2);
        try (House house = new House(directory)) {
            house.node();
            for (int kill = 1; kill <= kills; kill++) {
                house.start(0);
                Pause.millis(1_000L * kill + dice.nextInt(2_000));
                house.desk(0).kill();
            }
            house.start(0).awaitHealthy(House.PATIENCE);
            house.hire();
            try (Clients clients = new Clients(4, SEED + 2, house.addresses(), house.journal)) {
                clients.getAnswers(60);
            }
            List<Finding> findings = house.check();
            FaultReport.add("kill -9 of the very first start", SEED + 2, kills + " kills", house, findings);
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void of_two_nodes_each_is_killed_in_turn_while_the_other_works() throws Exception {
        int kills = Math.max(2, KILLS / 5);
        Random dice = new Random(SEED + 1);
        try (House house = new House(directory)) {
            house.node();
            house.node();
            house.start(0);
            house.start(1).awaitHealthy(House.PATIENCE);
            house.desk(0).awaitHealthy(House.PATIENCE);
            house.hire();
            int answered;
            try (Clients clients = new Clients(4, SEED + 1, house.addresses(), house.journal)) {
                for (int kill = 0; kill < kills; kill++) {
                    house.timePasses(0.2);
                    clients.getAnswers(1 + dice.nextInt(60));
                    house.desk(kill % 2).kill();
                    clients.getAnswers(1 + dice.nextInt(20));
                    house.start(kill % 2).awaitHealthy(House.PATIENCE);
                }
                answered = clients.answered();
            }
            List<Finding> findings = house.check();
            FaultReport.add("kill -9 of each of two nodes in turn", SEED + 1, kills + " kills, " + answered + " requests answered", house, findings);
            assertThat(findings).isEmpty();
        }
    }
}
