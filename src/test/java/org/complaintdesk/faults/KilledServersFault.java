package org.complaintdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.complaintdesk.faults.Checker.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of what the desk needs: PostgreSQL, one of its sessions, the mail server. The desk itself goes on. */
class KilledServersFault {

    private static final int KILLS = Integer.getInteger("faults.server-kills", 10);
    private static final long SEED = Long.getLong("faults.seed", 7);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private interface Blow {

        void fall(House house, Random dice) throws Exception;
    }

    @Test
    void database_killed_and_recovered() throws Exception {
        endure("kill -9 of PostgreSQL", (house, dice) -> {
            house.postgres.kill();
            Pause.millis(dice.nextInt(3_000));
            house.postgres.start();
        });
    }

    @Test
    void one_session_of_the_database_killed() throws Exception {
        endure("kill -9 of one session of PostgreSQL, which ends them all", (house, dice) -> house.postgres.killOneBackend());
    }

    @Test
    void mail_server_killed() throws Exception {
        endure("kill -9 of the mail server", (house, dice) -> {
            house.mail.kill();
            Pause.millis(dice.nextInt(3_000));
            house.mail.start();
        });
    }

    private void endure(String what, Blow blow) throws Exception {
        Random dice = new Random(SEED);
        try (House house = new House(directory)) {
            house.node();
            house.start(0).awaitHealthy(House.PATIENCE);
            house.hire();
            try (Clients clients = new Clients(4, SEED, house.addresses(), house.journal)) {
                for (int kill = 0; kill < KILLS; kill++) {
                    house.timePasses(0.2);
                    clients.getAnswers(1 + dice.nextInt(60));
                    Pause.millis(dice.nextInt(1_000));
                    blow.fall(house, dice);
                    house.desk(0).awaitHealthy(House.PATIENCE);
                }
                clients.getAnswers(20);
            }
            List<Finding> findings = house.check();
            FaultReport.add(what, SEED, KILLS + " kills", house, findings);
            assertThat(findings).isEmpty();
        }
    }
}
