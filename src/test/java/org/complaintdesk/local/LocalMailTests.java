package org.complaintdesk.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class LocalMailTests {

    private static final Instant SENT = Instant.parse("2026-11-22T01:00:00Z");

    @TempDir
    Path directory;

    @Test
    void mail_for_anyone_is_readable_newest_first() throws Exception {
        try (LocalMail mail = started()) {
            send(mail, "已收到您的投诉", "wang@mail.example");
            send(mail, "处理方案", "wang@mail.example", "li@mail.example");

            assertThat(mail.messages()).extracting(MailMessage::subject).containsExactly("处理方案", "已收到您的投诉");
            MailMessage newest = mail.messages().get(0);
            assertThat(newest.to()).isEqualTo("wang@mail.example, li@mail.example");
            assertThat(newest.text().strip()).isEqualTo("您好，文字");
            assertThat(newest.html().strip()).isEqualTo("<p>您好，网页</p>");
            assertThat(newest.headers()).containsEntry("Auto-Submitted", "auto-generated").containsKey("Message-ID");
            assertThat(newest.sentAt()).isEqualTo(SENT);
        }
    }

    @Test
    void mail_is_still_there_after_a_restart_and_in_its_mailbox() throws Exception {
        try (LocalMail mail = started()) {
            send(mail, "第一封", "wang@mail.example");
        }
        try (LocalMail mail = started()) {
            send(mail, "第二封", "wang@mail.example");

            assertThat(mail.messages()).extracting(MailMessage::subject).containsExactly("第二封", "第一封");
            assertThat(inMailbox(mail, "wang@mail.example")).isEqualTo(2);
        }
    }

    @Test
    void one_odd_kept_mail_does_not_stop_the_start() throws Exception {
        Files.writeString(directory.resolve("000007.eml"), "To: 张@例子.中国\r\nSubject: odd\r\n\r\nx");
        Files.writeString(directory.resolve("000008.eml"), "To: a b@@c\r\nSubject: broken\r\n\r\nx");

        try (LocalMail mail = started()) {
            send(mail, "第九封", "wang@mail.example");

            assertThat(mail.messages()).extracting(MailMessage::subject).containsExactly("第九封", "odd");
        }
    }

    @Test
    void port_in_use_is_named_with_its_variable() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LocalSettings settings = LocalSettings.of(Map.of("COMPLAINTDESK_LOCAL_SMTP_PORT", String.valueOf(taken.getLocalPort())));
            assertThatThrownBy(settings::requireFreePorts).isInstanceOf(LocalProblem.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort())).hasMessageContaining("COMPLAINTDESK_LOCAL_SMTP_PORT");
        }
    }

    @Test
    void setting_that_makes_no_sense_is_named() {
        assertThatThrownBy(() -> LocalSettings.of(Map.of("COMPLAINTDESK_LOCAL_IMAP_PORT", "http"))).isInstanceOf(LocalProblem.class)
                .hasMessageContaining("COMPLAINTDESK_LOCAL_IMAP_PORT");
        assertThatThrownBy(() -> LocalSettings.of(Map.of("COMPLAINTDESK_LOCAL_DEMO", "maybe"))).isInstanceOf(LocalProblem.class)
                .hasMessageContaining("COMPLAINTDESK_LOCAL_DEMO");
    }

    private LocalMail started() {
        LocalMail mail = new LocalMail(directory, 0, 0);
        mail.start();
        return mail;
    }

    private static void send(LocalMail mail, String subject, String... to) throws Exception {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(mail.smtpPort());
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("desk@shop.example");
        helper.setTo(to);
        helper.setSubject(subject);
        helper.setText("您好，文字", "<p>您好，网页</p>");
        helper.setSentDate(Date.from(SENT));
        message.setHeader("Auto-Submitted", "auto-generated");
        sender.send(message);
    }

    private static int inMailbox(LocalMail mail, String address) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", mail.imapPort(), address, "any");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return inbox.getMessageCount();
        }
    }
}
