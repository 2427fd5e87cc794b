package org.complaintdesk.bench;

import java.io.IOException;
import java.nio.file.Path;

/** How long bare Camunda, with its default job executor, takes for as many due timers, which do nothing there. */
public final class BareStorm {

    private BareStorm() {
    }

    /** @return seconds until all are done, on a durable PostgreSQL of its own */
    public static double seconds(Path directory, int timers) throws IOException {
        try (DurablePostgres postgres = DurablePostgres.start();
             ContenderProcess bare = Contenders.CAMUNDA.start(postgres, directory, 0, false)) {
            return bare.order("storm " + timers).get("seconds");
        }
    }
}
