package org.complaintdesk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators run after a restore finds what does not agree. */
@DeskTest
class CheckTests {

    @Autowired
    private CaseDriver cases;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void nothing_is_said_of_a_case_that_is_well() {
        ComplaintNumber number = cases.diagnosed();

        assertThat(saidOf(number)).isEmpty();
    }

    @Test
    void a_case_that_is_closed_in_one_place_only_is_said() {
        ComplaintNumber number = cases.diagnosed();

        assertThat(afterwards("update complaint set closed_at = now() where number = ?", number))
                .containsExactly("clock that runs for a closed complaint", "flow of a complaint that is closed or not there");
    }

    @Test
    void a_case_whose_flow_is_lost_is_said() {
        ComplaintNumber number = cases.diagnosed();

        assertThat(afterwards("update act_ru_execution set business_key_ = null where business_key_ = ?", number))
                .contains("open complaint without its flow");
    }

    /** @param loss is taken back */
    private List<String> afterwards(String loss, ComplaintNumber number) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql(loss).param(number.value()).update();
            return saidOf(number);
        });
    }

    private List<String> saidOf(ComplaintNumber number) {
        try {
            return jdbc.sql(Files.readString(Path.of("docs/operate/check.sql"))).query().listOfRows().stream()
                    .filter(row -> String.valueOf(row.get("which")).startsWith(number.value()))
                    .map(row -> String.valueOf(row.get("what"))).distinct().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
