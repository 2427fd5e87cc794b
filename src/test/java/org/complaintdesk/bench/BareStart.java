package org.complaintdesk.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** How many cases bare Camunda starts in a second, one after the other, each in a transaction of its own. */
public final class BareStart {

    private static final int WARM_UP = 500;

    private BareStart() {
    }

    /** @return starts per second, on a durable PostgreSQL of its own */
    public static double perSecond(Path directory, int cases) throws IOException {
        try (DurablePostgres postgres = DurablePostgres.start();
             ContenderProcess bare = Contenders.CAMUNDA.start(postgres, directory, 0, false)) {
            bare.order("intake 1 " + Math.min(WARM_UP, cases));
            postgres.analyze(Contenders.CAMUNDA.database());
            Map<String, Double> figures = bare.order("intake 1 " + cases);
            return cases / figures.get("secondsUntilClientsWereDone");
        }
    }
}
