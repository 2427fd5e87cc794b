package org.complaintdesk.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.TwoShopsTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody writes to a desk of two shops and names neither. */
@TwoShopsTest
class MailOfNoShopTests {

    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/track/[^\\s\"'<>)?]*)");

    @Autowired MailStore store;
    @Autowired TakeIn takeIn;
    @Autowired Complaints complaints;
    @Autowired CaseDriver cases;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired GreenMail outgoing;
    @Autowired MockMvc mvc;
    @Autowired Clock clock;

    private final String address = "p" + UUID.randomUUID() + "@mail.example";

    @Test
    void customers_read_the_desks_name_where_no_shop_is_known() throws Exception {
        ComplaintNumber number = new ComplaintNumber(arrives("投诉", "我要投诉，收到的酒瓶碎了。", "").caseNumber());
        Complaint complaint = complaints.get(number);
        assertThat(complaint.shop()).as("our own people see that it is missing").isEqualTo("来信未注明店铺");
        cases.deliver(number);
        arrives("Re: 投诉", "补充：外箱也是湿的。", "In-Reply-To: " + mails().get(0).getMessageID() + "\r\n");
        assertThat(complaints.get(number).isContactConfirmed()).isTrue();
        cases.complete(number, "RecordComplaint", "customerName", "王小明", "email", address, "orderAmount", 399);
        cases.diagnose(number);
        cases.propose(number, "REFUND", 99);

        cases.deliver(number);

        List<String> letters = new ArrayList<>();
        for (MimeMessage mail : mails()) {
            letters.add(everything(mail));
        }
        assertThat(letters).hasSizeGreaterThan(1).noneMatch(letter -> letter.contains("未注明店铺")).last().asString()
                .contains("【客户投诉处理】", "因为您提出了投诉（编号 " + number + "）");
        Matcher link = LINK.matcher(letters.get(letters.size() - 1));
        assertThat(link.find()).isTrue();
        assertThat(mvc.perform(get(URI.create(link.group(1))).header("Accept-Language", "zh-CN")).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString()).contains("客户投诉处理 · " + number).doesNotContain("未注明店铺");
    }

    private InboundMail arrives(String subject, String text, String header) throws Exception {
        byte[] raw = "From: %s\r\nTo: service@localhost\r\nSubject: %s\r\n%sMessage-ID: <%s@mail.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s"
                .formatted(address, subject, header, UUID.randomUUID(), text).getBytes(StandardCharsets.UTF_8);
        try (SpooledMail mail = SpooledMail.of(new ByteArrayInputStream(raw), raw.length, 1_000_000, clock.instant())) {
            takeIn.take(new Place("test", 1, System.nanoTime()), mail);
        }
        long id = store.latest(null, 1, 0).get(0).id();
        String flow = runtime.createProcessInstanceQuery().processInstanceBusinessKey("mail-" + id).singleResult().getId();
        management.executeJob(management.createJobQuery().processInstanceId(flow).singleResult().getId());
        return store.get(id);
    }

    private List<MimeMessage> mails() {
        return List.of(outgoing.getReceivedMessagesForDomain(address));
    }

    /** As a mail program shows it: header and parts. */
    private static String everything(MimeMessage mail) throws Exception {
        StringBuilder all = new StringBuilder();
        for (String line : Collections.list(mail.getAllHeaderLines())) {
            all.append(MimeUtility.decodeText(MimeUtility.unfold(line))).append('\n');
        }
        Multipart parts = (Multipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            all.append(parts.getBodyPart(i).getContent()).append('\n');
        }
        return all.toString();
    }
}
