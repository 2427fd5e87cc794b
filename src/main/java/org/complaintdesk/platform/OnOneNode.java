package org.complaintdesk.platform;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Work that every node would do at its time, but one at a time. */
@Component
public class OnOneNode {

    private final DataSource database;

    OnOneNode(DataSource database) {
        this.database = database;
    }

    /**
     * Does the work of the forecast, unless another node is doing it; a node that dies gives it back.
     *
     * @return whether it was done
     */
    public boolean forecast(Runnable work) {
        Optional<Turn> turn = Turn.ifFree(database, Turn.Of.FORECAST);
        turn.ifPresent(mine -> {
            try (mine) {
                work.run();
            }
        });
        return turn.isPresent();
    }
}
