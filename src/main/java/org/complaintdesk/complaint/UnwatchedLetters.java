package org.complaintdesk.complaint;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A node of a version before stops the clock of an unread message when its case closes, so that nobody is reminded of it.
 * While an upgrade runs from node to node each start puts such cases right, the last one for good.
 */
@Component
class UnwatchedLetters {

    private static final String UNREAD = """
            select number from complaint
             where erased_at is null and id in (select complaint_id from customer_message where read_at is null)
             order by id""";

    private final JdbcClient jdbc;
    private final ComplaintClocks clocks;
    private final CustomerTurn turn;
    private final TaskExecutor beside;

    UnwatchedLetters(JdbcClient jdbc, ComplaintClocks clocks, CustomerTurn turn,
                     @Qualifier("applicationTaskExecutor") TaskExecutor beside) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.turn = turn;
        this.beside = beside;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        beside.execute(this::watch);
    }

    void watch() {
        jdbc.sql(UNREAD).query(String.class).list().stream().map(ComplaintNumber::new)
                .filter(number -> !clocks.isAnswerAwaited(number)).forEach(number -> turn.inTurn(number, complaint -> {
                    clocks.awaitAnswer(complaint);
                    return Answered.DONE;
                }));
    }
}
