package org.complaintdesk.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.KeptMessage;
import org.complaintdesk.complaint.MessageSource;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.StoredFile;
import org.complaintdesk.intake.mail.Corpus;
import org.complaintdesk.intake.mail.Corpus.RawMail;
import org.complaintdesk.platform.DeskSecret;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every raw mail of the corpus, from the mailbox to what becomes of it. */
@DeskTest
class MailCorpusTests {

    private static final Map<String, MailState> STATES = Map.of("OPEN", MailState.OPENED, "JOIN", MailState.JOINED,
            "BOUNCE", MailState.RETURNED, "ASK", MailState.ASKED, "IGNORE", MailState.KEPT);

    private static TestMailbox mailbox;

    @Autowired Look look;
    @Autowired MailStore store;
    @Autowired Complaints complaints;
    @Autowired Customers customers;
    @Autowired CustomerMessages messages;
    @Autowired EvidenceFiles evidence;
    @Autowired CaseDriver cases;
    @Autowired GreenMail outgoing;
    @Autowired DeskSecret secret;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired TaskService tasks;

    @BeforeAll
    static void open() {
        mailbox = new TestMailbox();
    }

    @AfterAll
    static void close() {
        mailbox.close();
    }

    static Stream<RawMail> corpus() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void a_mail_becomes_what_it_should(RawMail raw) throws Exception {
        Complaint known = new String(raw.raw(), StandardCharsets.ISO_8859_1).contains("{{") ? knownCase() : null;
        String[] values = known == null ? new String[] {"DESK", "service@localhost"} : values(known);

        mailbox.arrives(raw.raw(values));
        InboundMail mail = takenIn();

        assertThat(mail.state()).as("%s: %s", mail.state(), mail.reason()).isEqualTo(STATES.get(raw.text("route")));
        assertThat(mail.messageId() == null).as("message id").isEqualTo(!new String(raw.raw(), StandardCharsets.ISO_8859_1).contains("Message-ID: <"));
        assertThat(mail.sender()).isEqualTo(raw.text("from", values));
        if (raw.says("reason")) {
            assertThat(mail.reason()).hasToString(raw.text("reason"));
        }
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey("mail-" + mail.id()).list()).extracting(Task::getTaskDefinitionKey)
                .isEqualTo(mail.state() == MailState.ASKED ? List.of("ScreenMail") : List.of());
        switch (mail.state()) {
            case OPENED -> opened(raw, mail);
            case JOINED -> joined(raw, mail, known);
            case RETURNED -> assertThat(customers.hasUsableAddress(known.customerId())).as("usable address")
                    .isEqualTo(!"ADDRESS_DEAD".equals(raw.text("verdict")));
            default -> assertThat(known == null || messages.of(known.number()).isEmpty()).as("nothing on the case").isTrue();
        }
    }

    @Test
    void a_reply_from_an_address_that_mail_came_back_from_shows_that_it_is_good() throws Exception {
        Complaint known = knownCase();
        String[] values = values(known);
        customers.addressBounced(values[1], "550 5.1.1 no such user");
        RawMail reply = corpus().filter(mail -> mail.file().equals("32-reply-qq")).findFirst().orElseThrow();

        mailbox.arrives(reply.raw(values));

        assertThat(takenIn().state()).isEqualTo(MailState.JOINED);
        assertThat(customers.hasUsableAddress(known.customerId())).isTrue();
    }

    private void opened(RawMail raw, InboundMail mail) {
        Complaint complaint = complaints.find(mail.caseNumber()).orElseThrow();
        assertThat(complaint.channel()).isEqualTo(Channel.EMAIL);
        assertThat(complaint.isContactConfirmed()).isFalse();
        assertThat(complaint.description()).contains(mail.subject());
        if (raw.says("text")) {
            assertThat(complaint.description()).endsWith(raw.text("text").isEmpty() ? mail.subject() : raw.text("text"));
        }
        assertThat(mail.language()).isEqualTo(raw.says("language") ? raw.text("language") : "zh");
        List<String> refused = List.of("setup.exe", "winmail.dat");
        assertThat(evidence.of(mail.caseNumber())).as("files").extracting(StoredFile::name)
                .hasSize((int) raw.list("attachments").stream().filter(name -> !refused.contains(name)).count())
                .noneMatch(name -> name.contains("/") || name.contains(".."));
        assertThat(mail.note() != null).as("a refused file is noted").isEqualTo(raw.list("attachments").stream().anyMatch(refused::contains));
    }

    private void joined(RawMail raw, InboundMail mail, Complaint known) {
        assertThat(mail.caseNumber()).isEqualTo(known.number().value());
        KeptMessage message = messages.of(known.number()).get(0);
        assertThat(message.text()).isEqualTo(raw.text("text"));
        assertThat(message.source()).isEqualTo(MessageSource.MAIL);
        assertThat(message.verified()).isEqualTo(Boolean.valueOf(raw.text("verified")));
        assertThat(complaints.get(known.number()).isContactConfirmed()).as("who answers our mail reads it").isEqualTo(message.verified());
    }

    private Complaint knownCase() {
        NewComplaint complaint = CaseDriver.somethingBroken();
        ComplaintNumber number = cases.arrives(new NewComplaint(complaint.shop(), complaint.channel(), complaint.externalId(),
                complaint.orderNumber(), null, complaint.description(), null, null, complaint.customer(), null, false, null));
        cases.deliver(number);
        return complaints.get(number);
    }

    private String[] values(Complaint known) throws Exception {
        String address = customers.byId(known.customerId()).email();
        String messageId = outgoing.getReceivedMessagesForDomain(address)[0].getHeader("Message-ID")[0];
        String number = known.number().value();
        return new String[] {"CUSTOMER", address, "MESSAGE_ID", messageId, "NUMBER", number, "DESK", "service@localhost", "PLUS_ADDRESS",
            "service+" + number + "." + secret.sign("reply", number).toLowerCase(Locale.ROOT) + "@localhost"};
    }

    private InboundMail takenIn() throws Exception {
        try (Inbox inbox = Inbox.open(mailbox.settings())) {
            assertThat(look.at(inbox, mailbox.settings())).isZero();
        }
        assertThat(mailbox.count("INBOX")).as("left in the mailbox").isZero();
        long id = store.latest(null, 1, 0).get(0).id();
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey("mail-" + id, "intake-mailbox").singleResult().getId();
        management.executeJob(management.createJobQuery().processInstanceId(instance).singleResult().getId());
        return store.get(id);
    }
}
