package org.complaintdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.faults.Checker.Finding;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.ReviewDriver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A checker that finds nothing proves nothing: every kind of loss is planted, in a transaction that is taken back. */
@DeskTest
class CheckerTests {

    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final String UNREAD = """
            insert into customer_message (complaint_id, message_key, source, verified, text, files, at)
            select id, 'k', 'PAGE', true, 'where is it?', '{}', now() from complaint where number = '$'""";

    @Autowired CaseDriver desk;
    @Autowired ReviewDriver reviews;
    @Autowired DataSource source;

    private final List<Plant> plants = new ArrayList<>();
    private final List<String> subjects = new ArrayList<>();

    /** @param sql what goes wrong; {@code $} stands for the subject */
    private record Plant(String rule, String subject, String sql) {
    }

    private void plant(String rule, Object subject, String sql) {
        plants.add(new Plant(rule, subject.toString(), sql.replace("$", subject.toString())));
        subjects.add(subject.toString());
    }

    private ComplaintNumber arrived() {
        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());
        desk.deliver(number);
        return number;
    }

    private ComplaintNumber presented() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 99);
        desk.deliver(number);
        return number;
    }

    /** Before a supervisor since an hour, while the execution has nine hours left: its reminder is all that watches it. */
    private ComplaintNumber supervised() {
        try {
            ComplaintNumber number = desk.diagnosed();
            desk.timePasses(number, Duration.ofHours(10));
            desk.propose(number, "REFUND", 99);
            desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
            desk.timePasses(number, Duration.ofHours(15));
            desk.deliver(number);
            return number;
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void each_kind_of_loss_is_found_and_nothing_else() throws Exception {
        cases();
        flows();
        stories();
        messages();
        clocks();
        jobs();
        reviews();
        arrivals();
        try (Connection database = source.getConnection()) {
            database.setAutoCommit(false);
            try (Statement statement = database.createStatement()) {
                assertThat(new Checker(database).database(GRACE)).filteredOn(found -> subjects.contains(found.subject()))
                        .as("before anything is lost").isEmpty();
                // As after a restore that went wrong: nothing guards what refers to what.
                statement.execute("set local session_replication_role = replica");
                for (Plant plant : plants) {
                    statement.execute(plant.sql());
                }
                List<Finding> found = new Checker(database).database(GRACE);
                assertThat(plants).allSatisfy(plant -> assertThat(found).as(plant.sql())
                        .anyMatch(one -> one.rule().equals(plant.rule()) && one.subject().equals(plant.subject())));
            } finally {
                database.rollback();
            }
        }
    }

    @Test
    void what_runs_longer_than_its_history_is_kept_is_no_loss() throws Exception {
        ComplaintNumber old = arrived();
        ComplaintNumber young = arrived();
        String message = waitingToBeMailed();
        String asked = waitingToBeMailed();
        try (Connection database = source.getConnection()) {
            database.setAutoCommit(false);
            try (Statement statement = database.createStatement()) {
                statement.execute("delete from act_hi_procinst where business_key_ in ('%s', '%s', '%s', '%s')".formatted(old, young, message, asked));
                statement.execute("update complaint set received_at = now() - interval '400 days' where number = '%s'".formatted(old));
                statement.execute("update customer_update set created_at = now() - interval '181 days' where update_key = '%s'".formatted(message));

                List<Finding> found = new Checker(database).database(GRACE);

                assertThat(found).filteredOn(one -> one.rule().equals("history")).extracting(Finding::subject)
                        .contains(young.value(), asked).doesNotContain(old.value(), message);
            } finally {
                database.rollback();
            }
        }
    }

    private void cases() {
        plant("complaint-lost", arrived(), "delete from complaint where number = '$'");
        plant("complaint-unguarded", arrived(), "delete from complaint_reference where number = '$'");
        plant("complaint-twice", arrived(), copied("complaint", "number = '$'", "id = id + 1000000000, number = 'X' || number"));
        plant("complaint-lost", "C-20000101-000001", "insert into import_complaint values (repeat('x', 64), '$')");
        plant("complaint-lost", "C-20000101-000002", "insert into portal_filing values ('\\x01', '\\x01', '$', now())");
    }

    private void flows() {
        plant("flow-of-case", arrived(), "delete from act_ru_execution where business_key_ = '$' and parent_id_ is null");
        plant("flow-of-case", arrived(), copied("act_ru_execution", "business_key_ = '$' and parent_id_ is null",
                "id_ = 'again-' || id_, proc_inst_id_ = 'again-' || proc_inst_id_, root_proc_inst_id_ = 'again'"));
        plant("flow-without-case", "C-20000101-000003", copied("act_ru_execution", "business_key_ = '%s' and parent_id_ is null".formatted(arrived()),
                "id_ = 'lone-' || id_, proc_inst_id_ = 'lone', business_key_ = '$'"));
        plant("stage", arrived(), "update complaint set stage = 'EXECUTING' where number = '$'");
        plant("stage", arrived(), "update act_ru_execution set act_id_ = 'ProposeSolution' where act_id_ = 'RecordComplaint' and " + ofCase("proc_inst_id_"));
        plant("closing", arrived(), "update complaint set stage = 'CLOSED' where number = '$'");
        plant("waiting", presented(), "update complaint set waiting_what = null where number = '$'");
        plant("history", arrived(), "delete from act_hi_procinst where business_key_ = '$'");
        plant("history", arrived() + "/ACKNOWLEDGEMENT/1", "update act_hi_procinst set end_time_ = null where business_key_ = '$'");
        plant("task", desk.task(arrived(), "RecordComplaint").getId(), "update act_ru_task set proc_inst_id_ = 'gone' where id_ = '$'");
    }

    private void stories() {
        String again = "insert into complaint_event (complaint_id, at, who, what, details) select id, now(), 'customer', '%s', '{}' from complaint where number = '$'";
        plant("story", arrived(), "delete from complaint_event where complaint_id = (select id from complaint where number = '$')");
        plant("story", arrived(), again.formatted("CLOSED"));
        plant("answered-twice", presented(), again.formatted("ACCEPTED") + ";" + again.formatted("ACCEPTED"));
        plant("answered-twice", presented(), again.formatted("ACCEPTED") + ";" + again.formatted("DECLINED"));
        plant("answered-twice", arrived(), again.formatted("RATED") + ";" + again.formatted("RATED"));
        plant("answered-twice", arrived(), again.formatted("EVIDENCE_RECORDED") + ";" + again.formatted("EVIDENCE_RECORDED"));
        plant("message-unread", arrived(), UNREAD);
        plant("matter", arrived(), """
                insert into outside_matter (version, case_number, kind, who_acts, acted, opened_by, opened_at)
                values (0, '$', 'OTHER', 'US', false, 'amy', now())""");
    }

    private void messages() {
        String next = "desk-" + UUID.randomUUID();
        plant("not-told", arrived(), "delete from customer_update where update_key = '$/ACKNOWLEDGEMENT/1'");
        plant("not-told", presented(), "delete from customer_update where update_key = '$/PROPOSAL/1'");
        plant("delivery", arrived() + "/ACKNOWLEDGEMENT/1", "update customer_update set state = 'PENDING', sent_at = null where update_key = '$'");
        plant("delivery", arrived() + "/ACKNOWLEDGEMENT/1", "update customer_update set sent_at = null where update_key = '$'");
        plant("delivery", waitingToBeMailed(), "delete from act_ru_job where " + ofCase("process_instance_id_"));
        plant("delivery", waitingToBeMailed(), "update act_ru_execution set act_id_ = 'TellCustomer' where act_id_ = 'SendMail' and " + ofCase("proc_inst_id_"));
        plant("delivery", next, copied("customer_update", "update_key = '%s/ACKNOWLEDGEMENT/1'".formatted(arrived()),
                "id = id + 1000000000, update_key = '$', audience = 'STAFF', kind = 'OVERDUE', said_with = 'no such bundle'"));
    }

    private String waitingToBeMailed() {
        return desk.arrives(CaseDriver.somethingBroken()) + "/ACKNOWLEDGEMENT/1";
    }

    private void clocks() {
        String settlement = "case_number = '$' and name = 'SETTLEMENT'";
        plant("alarm-missed", arrived(), "update case_clock set due_at = now() - interval '1 hour', watched_from = now() - interval '1 day' where " + settlement);
        plant("alarm-unwatched", arrived(), "delete from act_ru_job where type_ = 'timer' and " + ofCase("process_instance_id_"));
        plant("alarm-unwatched", arrived(), "update act_ru_job set duedate_ = duedate_ + interval '1 day' where type_ = 'timer' and " + ofCase("process_instance_id_"));
        plant("alarm-unwatched", supervised(), "update act_ru_job set duedate_ = duedate_ + interval '1 day' where type_ = 'timer'"
                + " and handler_cfg_ like 'FurtherAlarm%' and " + ofCase("process_instance_id_"));
        plant("alarm-untold", arrived(), """
                insert into clock_alarm (clock_id, run, level, moment, raised_at, due_at, escalates, covered)
                select id, run, 'BREACH_1', now(), now() - interval '1 day', now(), true, false from case_clock where\s""" + settlement);
        plant("alarm-ledger", arrived(), "update case_clock set raised = 'WARNING' where " + settlement);
        plant("clock", arrived(), "delete from case_clock where " + settlement);
        plant("clock", arrived(), "update case_clock set state = 'STOPPED' where " + settlement);
        plant("clock", arrived(), UNREAD);
        plant("clock", arrived(), "update complaint set settlement_due = now() where number = '$'");
    }

    private void jobs() {
        plant("job-stuck", waitingToBeMailed(), "update act_ru_job set retries_ = 0 where " + ofCase("process_instance_id_"));
        plant("job-late", waitingToBeMailed(), "update act_ru_job set duedate_ = localtimestamp - interval '1 hour' where " + ofCase("process_instance_id_"));
        plant("incident", "lonely", """
                insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, cause_incident_id_, root_cause_incident_id_,
                                             configuration_, proc_inst_id_)
                values ('i', 1, now(), 'failedJob', 'i', 'i', 'no such job', '$')""");
    }

    private void reviews() {
        plant("review-lost", reviews.arrived(), "delete from review where number = '$'");
        plant("review-unguarded", reviews.arrived(), "delete from review_reference where number = '$'");
        plant("review-twice", reviews.arrived(), copied("review", "number = '$'", "id = id + 1000000000, number = 'X' || number"));
        plant("stage", reviews.arrived(), "update review set stage = 'RECORDING' where number = '$'");
        plant("flow-of-case", reviews.arrived(), "delete from act_ru_execution where business_key_ = '$' and parent_id_ is null");
        plant("closing", reviews.arrived(), "update review set stage = 'CLOSED' where number = '$'");
        plant("waiting", reviews.arrived(), """
                update review set stage = 'AWAITING_COMPLAINT', complaint_number = '%1$s' where number = '$';
                update complaint set stage = 'CLOSED' where number = '%1$s'""".formatted(arrived()));
    }

    private void arrivals() {
        String upload = """
                insert into csv_import (id, kind, file_name, encoding, headers, columns, uploaded_by, uploaded_at, finished_at, total, done, rejected)
                overriding system value values (%d, 'REVIEWS', 'f', 'UTF-8', '{}', '{}', 'amy', now(), %s, 5, %d, %d)""";
        plant("import", "import-2000000001", upload.formatted(2_000_000_001, "now()", 3, 3));
        plant("import", "import-2000000002", upload.formatted(2_000_000_002, "null", 0, 0));
        plant("import", "import-2000000003", upload.formatted(2_000_000_003, "now()", 5, 5));
        String mail = """
                insert into inbound_mail (id, content_key, size, whole, arrived_at, taken_at, state) overriding system value
                values (%d, '%d', 1, true, now(), now(), '%s')""";
        plant("mail", "mail-2000000001", mail.formatted(2_000_000_001, 1, "NEW"));
        plant("mail", "mail-2000000002", mail.formatted(2_000_000_002, 2, "JOINED"));
        String file = """
                insert into evidence_file (id, case_number, name, type, size, sha256, origin, given_at, scan)
                values ('$', '%s', 'a.png', 'image/png', 3, repeat('0', 64), 'CUSTOMER', now(), 'CLEAN')""";
        String bytes = "; insert into evidence_piece values ('$', 0, '\\x010203')";
        plant("file", UUID.randomUUID(), file.formatted(arrived()));
        plant("file", UUID.randomUUID(), file.formatted(arrived()) + bytes);
        plant("file", UUID.randomUUID(), file.formatted("C-20000101-000004") + bytes);
    }

    private static String ofCase(String column) {
        return column + " in (select id_ from act_ru_execution where business_key_ = '$')";
    }

    /** The same row once more, with something changed. */
    private static String copied(String table, String where, String changed) {
        String copy = "copy_" + UUID.randomUUID().toString().replace("-", "");
        return "create temporary table %1$s on commit drop as select * from %2$s where %3$s; update %1$s set %4$s; insert into %2$s overriding system value select * from %1$s"
                .formatted(copy, table, where, changed);
    }

    @Test
    void mails_are_compared_with_what_counts_as_sent() throws Exception {
        ComplaintNumber number = arrived();
        String key = waitingToBeMailed();
        try (Connection database = source.getConnection(); Statement statement = database.createStatement()) {
            String sent = one(statement, "select message_id from customer_update where update_key = '%s/ACKNOWLEDGEMENT/1'".formatted(number));
            String pending = one(statement, "select message_id from customer_update where update_key = '%s'".formatted(key));
            Checker checker = new Checker(database);

            Map<String, Integer> taken = new HashMap<>(Map.of(sent, 2));
            assertThat(Checker.twice(taken)).isEqualTo(1);
            assertThat(checker.mails(taken)).noneMatch(found -> found.subject().startsWith(number.value()) || found.subject().equals(key));
            taken.remove(sent);
            taken.put(pending, 1);
            taken.put("<forged@nowhere>", 1);
            assertThat(checker.mails(taken)).anyMatch(found -> found.rule().equals("mail-lost") && found.subject().startsWith(number.value()))
                    .anyMatch(found -> found.rule().equals("mail-unrecorded") && found.subject().equals(key))
                    .anyMatch(found -> found.rule().equals("mail-unknown") && found.subject().equals("<forged@nowhere>"));
        }
    }

    @Test
    void promises_are_compared_with_what_is_there() throws Exception {
        ComplaintNumber number = arrived();
        String task = desk.task(number, "RecordComplaint").getId();
        Journal journal = new Journal();
        journal.complaint("some shop", "EMAIL", "some id", number.value());
        journal.review("JD", "some id", "R-20000101-000001");
        journal.completed(task);
        journal.acted(number.value(), "ACCEPTED");
        journal.complaint("some shop", "EMAIL", "some id", "C-20000101-000001");

        assertThat(journal.broken()).hasSize(1);
        try (Connection database = source.getConnection()) {
            assertThat(new Checker(database).promises(journal)).extracting(Finding::rule)
                    .containsExactlyInAnyOrder("complaint-lost", "review-lost", "work-lost", "act-lost");
        }
    }

    @Test
    void the_checker_knows_nothing_of_the_application() {
        ArchRuleDefinition.noClasses().that().haveNameMatching(".*\\.faults\\.(Checker|Journal|KeptMails)(\\$.*)?").should().dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.camunda..", "org.complaintdesk.complaint..", "org.complaintdesk.update..",
                        "org.complaintdesk.platform..", "org.complaintdesk.support..")
                .check(new ClassFileImporter().importPackages("org.complaintdesk.faults"));
    }

    private static String one(Statement statement, String query) throws Exception {
        try (var row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
