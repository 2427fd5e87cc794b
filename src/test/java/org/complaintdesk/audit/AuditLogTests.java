package org.complaintdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.complaintdesk.audit.ChainState.Verdict;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class AuditLogTests {

    @Autowired
    AuditLog audit;
    @Autowired
    AuditLines lines;
    @Autowired
    ChainCheck check;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    IdentityService identity;

    private final String subject = UUID.randomUUID().toString();

    @AfterEach
    void nobodyIsSignedIn() {
        identity.clearAuthentication();
    }

    @Test
    void a_line_says_who_did_what_to_whom() {
        identity.setAuthentication("auamy", List.of());

        audit.record(AuditEvent.POLICY_CHANGED, subject, "revision 3");

        Entry entry = recorded().get(0);
        assertThat(entry.who()).isEqualTo("auamy");
        assertThat(entry.what()).isEqualTo("POLICY_CHANGED");
        assertThat(entry.detail()).isEqualTo("revision 3");
        assertThat(check.run().verdict()).isEqualTo(Verdict.WHOLE);
    }

    @Test
    void without_a_person_it_is_the_system_and_signing_in_is_ones_own_doing() {
        audit.record(AuditEvent.DEPLOYED, subject, null);
        audit.record(AuditEvent.SIGNED_IN, subject, null);

        assertThat(recorded()).extracting(Entry::who).containsExactly(subject, "system");
    }

    @Test
    void what_is_taken_back_leaves_no_line_unless_it_is_recorded_apart() {
        transaction.executeWithoutResult(status -> {
            audit.record(AuditEvent.ERASED, subject, null);
            audit.recordApart(AuditEvent.SIGN_IN_FAILED, subject, null);
            status.setRollbackOnly();
        });

        assertThat(recorded()).extracting(Entry::what).containsExactly("SIGN_IN_FAILED");
    }

    @Test
    void a_transaction_that_only_reads_can_be_recorded_too() {
        TransactionTemplate reading = new TransactionTemplate(transaction.getTransactionManager());
        reading.setReadOnly(true);

        reading.executeWithoutResult(status -> audit.record(AuditEvent.EXPORTED, subject, null));

        assertThat(recorded()).hasSize(1);
    }

    @Test
    void long_and_dirty_text_is_cut_and_cleaned() {
        audit.record(AuditEvent.SIGN_IN_FAILED, subject, "a\u0000b\r\n" + "长".repeat(2_000));

        assertThat(recorded().get(0).detail()).startsWith("ab\n长").hasSize(1_000);
        assertThat(check.run().verdict()).isEqualTo(Verdict.WHOLE);
    }

    @Test
    void many_at_once_stand_in_one_row() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            all.add(people.submit(() -> transaction.executeWithoutResult(status -> audit.record(AuditEvent.SIGNED_IN, subject, null))));
        }
        for (Future<?> one : all) {
            one.get();
        }
        people.shutdown();

        assertThat(lines.find(new AuditFilter(null, null, subject, null, null, null), 100)).hasSize(80);
        assertThat(check.run().verdict()).isEqualTo(Verdict.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_line set who = 'x'", "delete from audit_line", "truncate audit_line",
            "delete from audit_line where line = -1"})
    void the_application_cannot_rewrite_it(String attempt) {
        assertThatThrownBy(() -> jdbc.sql(attempt).update()).hasMessageContaining("neither changed nor removed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_line set who = 'somebody' where line = :line",
            "update audit_line set detail = null where line = :line",
            "update audit_line set who = subject, subject = who where line = :line"})
    void whoever_changes_a_line_all_the_same_is_found_out(String forgery) {
        audit.record(AuditEvent.RIGHTS_CHANGED, subject, "detail");
        long line = lines.find(new AuditFilter(null, null, subject, null, null, null), 1).get(0).number();
        audit.record(AuditEvent.SIGNED_IN, subject, null);

        assertThat(after(() -> jdbc.sql(forgery).param("line", line).update()))
                .satisfies(state -> assertThat(state.verdict()).isEqualTo(Verdict.CHANGED))
                .satisfies(state -> assertThat(state.wrong()).isEqualTo(line));
    }

    @Test
    void whoever_removes_a_line_is_found_out() {
        audit.record(AuditEvent.RIGHTS_CHANGED, subject, null);
        long line = lines.find(new AuditFilter(null, null, subject, null, null, null), 1).get(0).number();
        audit.record(AuditEvent.SIGNED_IN, subject, null);

        assertThat(after(() -> jdbc.sql("delete from audit_line where line = ?").param(line).update()).verdict())
                .isEqualTo(Verdict.MISSING);
    }

    @Test
    void a_line_that_the_desk_has_not_signed_is_found_out() {
        audit.record(AuditEvent.RIGHTS_CHANGED, subject, null);
        long end = jdbc.sql("select max(line) from audit_line").query(Long.class).single();

        assertThat(after(() -> jdbc.sql("update audit_line set mac = 'forged' where line = ?").param(end).update()))
                .satisfies(state -> assertThat(state.verdict()).isEqualTo(Verdict.UNSIGNED))
                .satisfies(state -> assertThat(state.wrong()).isEqualTo(end));
    }

    @Test
    void what_an_earlier_secret_signed_is_vouched_for_by_the_present_one() {
        audit.record(AuditEvent.RIGHTS_CHANGED, subject, null);
        long line = jdbc.sql("select max(line) from audit_line").query(Long.class).single();
        audit.record(AuditEvent.SIGNED_IN, subject, null);

        assertThat(after(() -> jdbc.sql("update audit_line set mac = 'earlier secret' where line = ?").param(line).update()).verdict())
                .isEqualTo(Verdict.WHOLE);
    }

    /** What the check says when the owner of the table has done this; then it is taken back. */
    private ChainState after(Runnable forgery) {
        return transaction.execute(status -> {
            jdbc.sql("alter table audit_line disable trigger audit_line_stays").update();
            forgery.run();
            ChainState state = check.run();
            status.setRollbackOnly();
            return state;
        });
    }

    private List<Entry> recorded() {
        return lines.find(new AuditFilter(null, null, subject, null, null, null), 10).stream().map(AuditLines.Line::entry).toList();
    }
}
