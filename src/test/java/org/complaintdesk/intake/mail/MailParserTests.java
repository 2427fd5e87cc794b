package org.complaintdesk.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.complaintdesk.intake.mail.Corpus.RawMail;
import org.complaintdesk.update.Undelivered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mail of the corpus is read as a person would read it. */
class MailParserTests {

    private static final String[] VALUES = {"CUSTOMER", "wang.xm@mail.example", "MESSAGE_ID", "<c-1.abc@desk.example>",
        "PLUS_ADDRESS", "service+c-1.abc@desk.example", "DESK", "service@desk.example", "NUMBER", "C-20261121-000001"};

    private final MailParser parser = new MailParser(List.of("service@desk.example"), null);

    static Stream<RawMail> corpus() {
        return Corpus.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void a_mail_says_who_writes_what_and_what_is_attached(RawMail mail) {
        ParsedMail read = parser.parse(new SharedByteArrayInputStream(mail.raw(VALUES)));

        assertThat(read.from().address()).as("from").isEqualTo(mail.text("from", VALUES));
        assertThat(read.from().name()).as("name").isEqualTo(mail.text("name"));
        if (mail.says("subject")) {
            assertThat(read.subject()).as("subject").isEqualTo(mail.text("subject"));
        }
        if (mail.says("text")) {
            assertThat(read.fresh()).as("text").isEqualTo(mail.text("text"));
        }
        assertThat(read.fresh()).as("text").startsWith(mail.says("starts") ? mail.text("starts") : "");
        mail.list("contains").forEach(part -> assertThat(read.fresh()).as("text").contains(part));
        assertThat(read.attachments()).as("attachments").extracting(Attachment::name).containsExactlyElementsOf(mail.list("attachments"));
        assertThat(read.nature()).as("nature").hasToString(mail.text("nature"));
        assertThat(read.markedAsSpam()).as("spam").isEqualTo(mail.says("spam"));
        assertThat(read.authentication()).as("authentication").hasToString(mail.says("auth") ? mail.text("auth") : "UNKNOWN");
        if (new String(mail.raw(), StandardCharsets.ISO_8859_1).contains("{{MESSAGE_ID}}")) {
            assertThat(read.mentions()).as("mentions").contains("<c-1.abc@desk.example>");
        }
        if (mail.says("recipients")) {
            ReturnedMail returned = read.returned().orElseThrow();
            assertThat(returned.recipients()).as("returned").isEqualTo(mail.list("recipients", VALUES));
            assertThat(returned.verdict()).as("verdict").hasToString(mail.text("verdict"));
            assertThat(returned.reason()).as("reason").isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"delayed, 4.4.1, 451 4.4.1 Connection timed out, DELAYED", "failed, 4.4.7, 451 4.4.7 Delivery time expired, LOST",
        "failed, 5.7.26, 550-5.7.26 This mail has been blocked because the sender is unauthenticated, LOST",
        "failed, 5.0.0, 554 5.7.1 <wang@mail.example>: Relay access denied, LOST", "failed, 5.0.0, '#5.7.1 smtp;550 5.7.1 RESOLVER.RST', LOST",
        "failed, 5.1.1, 550 5.1.1 User unknown, ADDRESS_DEAD", "failed, 5.0.0, 550 User unknown (192.5.7.1), ADDRESS_DEAD"})
    void a_report_says_whether_the_mail_is_lost_and_whether_the_address_is_to_blame(String action, String status, String diagnosis, Undelivered verdict) {
        String report = "Final-Recipient: rfc822; wang@mail.example\r\nAction: %s\r\nStatus: %s\r\nDiagnostic-Code: smtp; %s\r\n";

        assertThat(Bounce.of(report.formatted(action, status, diagnosis)).orElseThrow().verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"550-5.7.26 This mail has been blocked, LOST", "550 5.1.1 no such user, ADDRESS_DEAD", "452 4.2.2 mailbox full, DELAYED"})
    void a_notice_in_a_servers_own_words_says_so_too(String answer, Undelivered verdict) {
        ParsedMail read = parser.parse(bytes("From: <mailer-daemon@b.example>\r\nSubject: Undelivered\r\nReturn-Path: <>\r\n\r\n"
                + "The response was:\r\n" + answer));

        assertThat(read.returned().orElseThrow().verdict()).isEqualTo(verdict);
    }

    @Test
    void every_raw_mail_of_the_folder_is_described() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/mail"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".eml")))
                    .containsExactlyInAnyOrderElementsOf(corpus().map(mail -> mail.file() + ".eml").toList()).hasSizeGreaterThan(40);
        }
    }

    @ParameterizedTest
    @CsvSource({"<a@b.example>,", "a@b.example,", "a@b.example (Li Lei),Li Lei", "Li Lei <a@b.example>,Li Lei", "a@b.example <a@b.example>,"})
    void an_address_alone_is_no_name(String from, String name) {
        ParsedMail read = parser.parse(new SharedByteArrayInputStream("From: %s\n\nHello".formatted(from).getBytes(StandardCharsets.UTF_8)));

        assertThat(read.from()).isEqualTo(new Sender("a@b.example", name));
    }

    @ParameterizedTest
    @CsvSource({"自动回复:Re: 投诉, AUTOMATIC", "【自动回复】我在休假, AUTOMATIC", "自动回复, AUTOMATIC", "Automatic reply: Your complaint, AUTOMATIC",
        "AutoReply: x, AUTOMATIC", "Out of Office AutoReply: x, AUTOMATIC", "[Auto-Reply] x, AUTOMATIC", "系统自动回复：x, AUTOMATIC",
        "自动回复解决不了问题，我要投诉, PERSONAL", "Automatic reply is all I get; refund me, PERSONAL", "不在办公室的时间没人接电话, PERSONAL"})
    void subject_of_a_program_is_told_from_a_sentence_about_one(String subject, Nature nature) {
        assertThat(parser.parse(bytes("From: a@b.example\r\nSubject: %s\r\n\r\ntext".formatted(subject))).nature()).isEqualTo(nature);
    }

    @Test
    void label_of_a_parcel_is_no_quote() {
        String text = "酒碎了。\n寄件人：醉卿旗舰店\n收件人：王小明\n寄件日期：2026-11-18\n签收时就漏了，要求退款";

        assertThat(Quotes.part(text)).isEqualTo(new Quotes.Parted(text, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"发件人：醉卿旗舰店\n发送时间：2026-11-18\n收件人：王小明\n主题：投诉", "寄件者: 醉卿旗舰店 <service@desk.example>\n收件者: 王小明\n日期: 2026-11-18",
        "From: Shop\nSent: Saturday\nTo: Wang\nSubject: Your complaint"})
    void header_of_a_mail_begins_a_quote(String header) {
        assertThat(Quotes.part("酒碎了。\n\n" + header + "\n\n您好")).isEqualTo(new Quotes.Parted("酒碎了。", header + "\n\n您好"));
    }

    @Test
    void of_two_forms_of_a_text_one_counts_but_a_mail_enclosed_in_one_is_read() {
        ParsedMail read = parser.parse(bytes(String.join("\r\n", "From: a@b.example", "Content-Type: multipart/alternative; boundary=a", "",
                "--a", "Content-Type: text/plain", "", "I forward you this.", "--a", "Content-Type: multipart/mixed; boundary=m", "",
                "--m", "Content-Type: multipart/alternative; boundary=n", "", "--n", "Content-Type: text/html", "", "<p>I forward you this.</p>",
                "--n", "Content-Type: text/calendar", "", "BEGIN:VCALENDAR", "--n--",
                "--m", "Content-Type: message/rfc822", "", "From: shop@c.example", "Subject: No", "", "No refund.", "--m",
                "Content-Type: text/html", "", "<p>Regards</p>", "--m--", "--a--", "")));

        assertThat(read.fresh()).startsWith("I forward you this.").contains("No refund.").containsOnlyOnce("I forward")
                .doesNotContain("VCALENDAR", "Regards");
    }

    @Test
    void the_bytes_of_an_attachment_are_those_that_were_sent() throws Exception {
        RawMail mail = corpus().filter(each -> each.file().contains("only-attachments")).findFirst().orElseThrow();
        Attachment photo = parser.parse(new SharedByteArrayInputStream(mail.raw())).attachments().get(0);

        byte[] bytes = photo.content().getInputStream().readAllBytes();
        assertThat(bytes).startsWith(0x89, 'P', 'N', 'G').hasSize((int) photo.size());
        assertThat(photo.content().getInputStream().readAllBytes()).as("read again").isEqualTo(bytes);
    }

    @Test
    void nothing_a_mail_holds_makes_reading_fail() {
        List<RawMail> mails = corpus().toList();
        Random random = new Random(4);
        for (int round = 0; round < 600; round++) {
            byte[] raw = mails.get(random.nextInt(mails.size())).raw(VALUES);
            int length = random.nextInt(raw.length) + 1;
            byte[] broken = Arrays.copyOf(raw, length);
            for (int damage = 0; damage < 8; damage++) {
                broken[random.nextInt(length)] = (byte) random.nextInt(256);
            }
            assertThat(parser.parse(new ByteArrayInputStream(broken))).isNotNull();
        }
    }

    @Test
    void endless_nesting_and_endless_lines_end() {
        StringBuilder nested = new StringBuilder("From: a@b.example\r\n");
        for (int i = 0; i < 200; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i).append("\r\n");
        }
        ParsedMail read = parser.parse(bytes(nested.append("\r\ntext").toString()));
        assertThat(read.hints()).contains("cut");

        String line = "On " + "1 2026年1月1日 ".repeat(40_000) + " wrote";
        assertThat(parser.parse(bytes("From: a@b.example\r\n\r\n" + line)).fresh()).isNotEmpty();
        String diagnosis = "From: <mailer-daemon@b.example>\r\nSubject: Undelivered\r\nReturn-Path: <>\r\n\r\n" + "550 5.1.1 <a@b> ".repeat(30_000);
        assertThat(parser.parse(bytes(diagnosis)).nature()).isEqualTo(Nature.RETURNED);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
