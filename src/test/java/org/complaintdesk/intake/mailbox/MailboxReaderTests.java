package org.complaintdesk.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.intake.mailbox.Finding.What;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Mail leaves a mailbox once it is ours, and is taken in once whatever happens on the way. */
@DeskTest
class MailboxReaderTests {

    @Autowired Look look;
    @Autowired MailStore store;
    @Autowired TakeIn takeIn;
    @Autowired ReaderTurn turn;
    @Autowired Comparison comparison;
    @Autowired RuntimeService runtime;
    @Autowired JdbcClient jdbc;
    @Autowired Wording wording;
    @Autowired Clock clock;

    private final String subject = "s" + UUID.randomUUID();
    private TestMailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = new TestMailbox();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    private String mail(String text) {
        return "From: a@mail.example\nSubject: %s\nMessage-ID: <%s@mail.example>\nDate: Sat, 21 Nov 2026 10:15:00 +0800\n\n%s"
                .formatted(subject, UUID.randomUUID(), text);
    }

    private void look(MailboxProperties settings) throws Exception {
        try (Inbox inbox = Inbox.open(settings)) {
            look.at(inbox, settings);
        }
    }

    private long stored() {
        return jdbc.sql("select count(*) from inbound_mail where convert_from(raw, 'LATIN1') like ?").param("%" + subject + "%").query(Long.class).single();
    }

    private long started() {
        return jdbc.sql("select id from inbound_mail where convert_from(raw, 'LATIN1') like ?").param("%" + subject + "%").query(Long.class).list()
                .stream().filter(id -> runtime.createProcessInstanceQuery().processInstanceBusinessKey("mail-" + id).count() == 1).count();
    }

    @Test
    void mail_that_is_stored_moves_to_the_archive() throws Exception {
        mailbox.arrives(mail("one"));
        mailbox.arrives(mail("two"));

        look(mailbox.settings());

        assertThat(stored()).isEqualTo(2);
        assertThat(started()).isEqualTo(2);
        assertThat(mailbox.count("INBOX")).isZero();
        assertThat(mailbox.count("Processed")).isEqualTo(2);
    }

    @Test
    void without_an_archive_mail_that_is_stored_is_deleted() throws Exception {
        mailbox.arrives(mail("one"));

        look(mailbox.settings("", DataSize.ofMegabytes(25)));

        assertThat(stored()).isEqualTo(1);
        assertThat(mailbox.count("INBOX")).isZero();
    }

    @Test
    void mail_that_a_person_has_read_is_taken_in_all_the_same() throws Exception {
        mailbox.arrives(mail("one"));
        mailbox.inbox().setFlags(new Flags(Flags.Flag.SEEN), true, mailbox.inbox().getMessages().get(0).getUid(), null, true);

        look(mailbox.settings());

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_crash_between_storing_and_moving_takes_mail_in_once() throws Exception {
        mailbox.arrives(mail("one"));
        try (Inbox inbox = Inbox.open(mailbox.settings())) {
            Letter letter = inbox.letters().get(0);
            try (SpooledMail spooled = letter.spool(1_000_000, clock.instant())) {
                takeIn.take(letter.place(), spooled);
            }
        }
        assertThat(mailbox.count("INBOX")).as("crashed before it was moved").isEqualTo(1);

        look(mailbox.settings());
        look(mailbox.settings());

        assertThat(stored()).isEqualTo(1);
        assertThat(started()).isEqualTo(1);
        assertThat(mailbox.count("INBOX")).isZero();
        assertThat(mailbox.count("Processed")).isEqualTo(1);
    }

    @Test
    void a_server_that_numbers_its_mail_anew_brings_nothing_twice() throws Exception {
        String raw = mail("one");
        mailbox.arrives("Received: from a by b\n" + raw);
        look(mailbox.settings());
        mailbox.arrives("Received: from elsewhere by b\nReceived: from a by b\n" + raw);

        look(mailbox.settings());

        assertThat(stored()).isEqualTo(1);
        assertThat(mailbox.count("INBOX")).isZero();
    }

    @Test
    void a_server_that_gives_the_same_number_again_loses_nothing() throws Exception {
        mailbox.arrives(mail("one"));
        try (Inbox inbox = Inbox.open(mailbox.settings())) {
            Place place = inbox.letters().get(0).place();
            byte[] other = mail("what lay there before").getBytes(StandardCharsets.UTF_8);
            try (SpooledMail before = SpooledMail.of(new ByteArrayInputStream(other), other.length, 1_000_000, clock.instant())) {
                takeIn.take(place, before);
                store.filed(place, clock.instant());
            }
        }

        look(mailbox.settings());

        assertThat(stored()).isEqualTo(2);
        assertThat(mailbox.count("INBOX")).isZero();
    }

    @Test
    void what_fails_to_be_stored_stays_in_the_mailbox() throws Exception {
        mailbox.arrives(mail("one"));
        jdbc.sql("alter table inbound_mail rename to inbound_mail_away").update();
        try {
            assertThatThrownBy(() -> look(mailbox.settings())).isInstanceOf(RuntimeException.class);
        } finally {
            jdbc.sql("alter table inbound_mail_away rename to inbound_mail").update();
        }
        assertThat(mailbox.count("INBOX")).isEqualTo(1);

        look(mailbox.settings());
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void of_mail_that_is_too_large_the_beginning_is_kept_and_the_rest_stays() throws Exception {
        MailboxProperties small = mailbox.settings("Processed", DataSize.ofKilobytes(600));
        mailbox.arrives(mail("x".repeat(2_000_000)));

        look(small);
        look(small);

        assertThat(mailbox.count("INBOX")).isEqualTo(1);
        InboundMail kept = store.latest(null, 1, 0).get(0);
        assertThat(kept.whole()).isFalse();
        assertThat(kept.size()).isGreaterThan(2_000_000);
        assertThat(jdbc.sql("select length(raw) from inbound_mail where id = ?").param(kept.id()).query(Integer.class).single()).isEqualTo(256 * 1024);
        assertThat(stored()).isEqualTo(1);
        try (Inbox inbox = Inbox.open(small)) {
            assertThat(comparison.compare(small, inbox)).filteredOn(found -> found.what() == What.TOO_LARGE)
                    .singleElement().matches(found -> !found.isWrong() && found.mailId() == kept.id());
        }
    }

    @Test
    void two_nodes_that_read_at_the_same_moment_take_mail_in_once() throws Exception {
        for (int i = 0; i < 10; i++) {
            mailbox.arrives(mail("mail " + i));
        }
        CountDownLatch ready = new CountDownLatch(2);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<Void>> both = List.of(nodes.submit(() -> lookTogether(ready)), nodes.submit(() -> lookTogether(ready)));
            for (Future<Void> node : both) {
                node.get(60, TimeUnit.SECONDS);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(stored()).isEqualTo(10);
        assertThat(started()).isEqualTo(10);
        assertThat(mailbox.count("INBOX")).isZero();
    }

    private Void lookTogether(CountDownLatch ready) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try (Inbox inbox = Inbox.open(mailbox.settings())) {
                ready.countDown();
                ready.await(20, TimeUnit.SECONDS);
                look.at(inbox, mailbox.settings());
                return null;
            } catch (MessagingException refused) {
                // A server may refuse, or cut off, one of two that move the same mails; a node then looks again.
                if (attempt == 5) {
                    throw refused;
                }
            }
        }
    }

    @Test
    void one_node_reads_and_another_takes_over_when_it_stops() {
        try (MailboxReader one = reader("one")) {
            one.start();
            soon(() -> turn.of(mailbox.settings().name()).filter(reading -> reading.lookedAt() != null).isPresent());
            try (MailboxReader two = reader("two")) {
                two.start();
                mailbox.arrives(mail("first"));
                soon(() -> stored() == 1);
                assertThat(turn.of(mailbox.settings().name()).orElseThrow().node()).isEqualTo("one");
                assertThat(turn.take(mailbox.settings().name(), "two", Duration.ofSeconds(1))).isFalse();
                one.close();
                mailbox.arrives(mail("second"));
                soon(() -> stored() == 2);
                assertThat(turn.of(mailbox.settings().name()).orElseThrow().node()).isEqualTo("two");
            }
        }
        assertThat(turn.of(mailbox.settings().name()).orElseThrow().isRead()).isFalse();
    }

    @Test
    void a_server_that_was_away_is_connected_to_again_and_the_trouble_is_shown() {
        MailboxProperties settings = mailbox.settings();
        try (MailboxReader reader = reader("one")) {
            reader.start();
            soon(() -> turn.of(settings.name()).filter(reading -> reading.lookedAt() != null && reading.problem() == null).isPresent());
            mailbox.stops();
            soon(() -> turn.of(settings.name()).filter(reading -> reading.problem() != null && reading.problemSince() != null).isPresent());
            mailbox.comesBack();
            mailbox.arrives(mail("after the break"));
            soon(() -> stored() == 1 && turn.of(settings.name()).orElseThrow().problem() == null);
        }
    }

    @Test
    void the_comparison_shows_what_lies_unrecorded_what_has_no_case_and_what_is_stuck() throws Exception {
        MailboxProperties settings = mailbox.settings();
        mailbox.lies(mail("lies there"), Date.from(clock.instant().minus(Duration.ofHours(2))));
        jdbc.sql("""
                insert into inbound_mail (content_key, size, whole, arrived_at, taken_at, state, case_number, subject)
                values (:key, 1, true, now(), :now, 'OPENED', 'C-20200101-000001', :subject), (:other, 1, true, now(), :old, 'ASKED', null, :subject)""")
                .param("key", UUID.randomUUID().toString()).param("other", UUID.randomUUID().toString()).param("subject", subject)
                .param("now", MailStore.timestamp(clock.instant())).param("old", MailStore.timestamp(clock.instant().minus(Duration.ofHours(1)))).update();
        try (Inbox inbox = Inbox.open(settings)) {
            List<Finding> found = comparison.compare(settings, inbox).stream().filter(each -> each.about().contains(subject)).toList();
            assertThat(found).extracting(Finding::what).containsExactlyInAnyOrder(What.UNRECORDED, What.STUCK, What.CASELESS);
        }
        assertThat(turn.of(settings.name()).orElseThrow().inMailbox()).isEqualTo(1);
        assertThat(comparison.latest(settings.name())).extracting(Finding::what).contains(What.STUCK, What.CASELESS);
        jdbc.sql("delete from inbound_mail where subject = ?").param(subject).update();
    }

    @Test
    void raw_mail_is_thrown_away_when_it_was_kept_long_enough() throws Exception {
        mailbox.arrives(mail("old"));
        look(mailbox.settings());
        long id = jdbc.sql("select id from inbound_mail where convert_from(raw, 'LATIN1') like ?").param("%" + subject + "%").query(Long.class).single();
        jdbc.sql("update inbound_mail set taken_at = ?, body = 'text' where id = ?")
                .params(MailStore.timestamp(clock.instant().minus(Duration.ofDays(181))), id).update();

        comparison.forgetOldMail(mailbox.settings());
        assertThat(store.get(id).rawKept()).as("not before it is decided").isTrue();
        store.became(id, MailState.KEPT);
        comparison.forgetOldMail(mailbox.settings());
        assertThat(store.get(id)).matches(mail -> !mail.rawKept() && mail.body().isEmpty());
    }

    private MailboxReader reader(String node) {
        return new MailboxReader(mailbox.settings(), node, look, turn, comparison, wording, clock);
    }

    private static void soon(BooleanSupplier holds) {
        Awaitility.await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100)).until(holds::getAsBoolean);
    }
}
