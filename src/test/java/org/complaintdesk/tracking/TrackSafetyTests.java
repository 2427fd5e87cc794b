package org.complaintdesk.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintdesk.support.FormToken.formToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.CustomerForms;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;

@DeskTest
@ExtendWith(OutputCaptureExtension.class)
class TrackSafetyTests {

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/track/[^\"]+)\"");
    private static final Pattern MAILED = Pattern.compile("http://localhost:8080(/[^\\s\"'<>)]*)");

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired PrivateLinks links;
    @Autowired Customers customers;
    @Autowired CustomerMessages messages;
    @Autowired TaskService tasks;
    @Autowired JdbcClient jdbc;
    @Autowired GreenMail mail;

    PageDriver customer;

    @BeforeEach
    void opens_a_browser() {
        customer = new PageDriver(mvc, links);
    }

    @Test
    void following_every_link_of_page_and_mails_changes_nothing() throws Exception {
        NewComplaint incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.recorded(incoming);
        customer.send(number, "message", UUID.randomUUID().toString(), "请看", "a.txt", "碎了".getBytes(StandardCharsets.UTF_8));
        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);
        desk.deliver(number);
        Set<String> followed = new TreeSet<>(List.of(customer.path(number), stop(number)));
        followed.addAll(found(LINK, customer.look(number).andReturn().getResponse().getContentAsString()));
        followed.addAll(mailed(incoming.customer().email()));
        assertThat(followed).anyMatch(link -> link.endsWith("/accept")).anyMatch(link -> link.endsWith("/withdraw"))
                .anyMatch(link -> link.contains("/files/"));

        TreeMap<String, String> before = everything();
        for (String link : followed) {
            mvc.perform(head(URI.create(link.replace("&amp;", "&"))).with(customer.from()));
            mvc.perform(get(URI.create(link.replace("&amp;", "&"))).with(customer.from()));
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void page_is_kept_by_nobody_and_gives_its_address_to_nobody() throws Exception {
        customer.look(desk.recorded()).andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                .andExpect(content().string(containsString("name=\"robots\" content=\"noindex")));
    }

    @Test
    void guessed_and_malformed_links_get_the_same_answer_and_soon_none() throws Exception {
        String unknown = customer.open("/track/AAAAAAAAAAAAAAAAAAAAAA").andExpect(status().isNotFound()).andReturn().getResponse().getContentAsString();
        for (String token : List.of("x", "%27%20or%201=1", "C-20261121-000042", "a".repeat(300))) {
            mvc.perform(get(URI.create("/track/" + token)).header("Accept-Language", "zh-CN").with(customer.from()))
                    .andExpect(status().isNotFound()).andExpect(content().string(unknown));
        }
        ComplaintNumber number = desk.recorded();
        for (int guess = 0; guess < Visits.GUESSES.times(); guess++) {
            customer.open("/track/" + UUID.randomUUID());
        }
        customer.open("/track/" + UUID.randomUUID()).andExpect(status().isTooManyRequests());
        customer.look(number).andExpect(status().isTooManyRequests());
        new PageDriver(mvc, links).look(number).andExpect(status().isOk());
    }

    @Test
    void token_is_in_no_log(CapturedOutput output) throws Exception {
        ComplaintNumber number = desk.recorded();
        String token = links.token(number.value());
        customer.look(number);
        customer.open("/track/" + token + "/nothing/here");
        customer.open("/track/" + token + "/files/not-a-file");
        customer.answer(number, "accept", "round", "1");
        customer.answerWithoutToken(number, "withdraw");
        customer.answer(number, "nonsense");
        assertThat(output.getAll()).doesNotContain(token);
    }

    @Test
    void form_of_another_site_does_nothing_and_what_was_typed_is_shown_again() throws Exception {
        ComplaintNumber number = desk.recorded();
        customer.answerWithoutToken(number, "withdraw", "reason", "手滑了").andExpect(forwardedUrl("/track/again"));
        customer.answerWithoutToken(number, "message", "text", "写了很久的一段话").andExpect(forwardedUrl("/track/again"));
        mvc.perform(post("/track/again").param("reason", "手滑了").header("Accept-Language", "zh-CN").with(customer.from()).with(formToken()).requestAttr(
                CustomerForms.class.getName() + ".sentTo", customer.path(number) + "/withdraw")).andExpect(status().isForbidden())
                .andExpect(says("手滑了")).andExpect(says("请再提交一次"));
        assertThat(desk.complaint(number).isClosed()).isFalse();
        assertThat(messages.of(number)).isEmpty();
    }

    @Test
    void what_people_typed_is_shown_and_never_run() throws Exception {
        ComplaintNumber number = desk.arrives(new NewComplaint("<img src=x onerror=alert(1)>", Channel.WEB, null, null, null,
                "<script>alert(1)</script>", null, "\"><svg onload=alert(2)>", new Contact("<b>王</b>", null, null, null)));
        customer.send(number, "message", UUID.randomUUID().toString(), "</textarea><script>alert(3)</script>",
                "\"><script>alert(4)</script>.txt", "文字".getBytes(StandardCharsets.UTF_8));
        customer.look(number).andExpect(status().isOk()).andExpect(never("<script")).andExpect(never("<img src=x")).andExpect(never("<svg"))
                .andExpect(says("&lt;script&gt;alert(1)&lt;/script&gt;"));
        customer.answer(number, "reopen", "reason", "</textarea><script>x</script>".repeat(80)).andExpect(status().isUnprocessableEntity())
                .andExpect(never("<script"));
        customer.open(customer.path(number) + "?deed=%3Cscript%3E&answered=x").andExpect(never("<script"));
    }

    @Test
    void writing_without_end_is_stopped_and_the_text_kept() throws Exception {
        ComplaintNumber number = desk.recorded();
        for (int i = 0; i < Answering.WRITES.times(); i++) {
            customer.answer(number, "accept", "round", "1");
        }
        customer.answer(number, "decline", "round", "1", "wish", "no", "reason", "第三十一次").andExpect(status().isTooManyRequests());
        customer.send(number, "message", UUID.randomUUID().toString(), "第三十二次").andExpect(status().isTooManyRequests())
                .andExpect(says("第三十二次")).andExpect(says("请过十分钟再提交"));
    }

    @Test
    void surveys_are_stopped_by_one_click_in_a_mail_program_but_not_by_looking() throws Exception {
        ComplaintNumber number = desk.recorded();
        long person = desk.complaint(number).customerId();
        customer.open(stop(number)).andExpect(status().isOk()).andExpect(says("不再接收满意度调查？"));
        assertThat(customers.refusesSurveys(person)).isFalse();

        mvc.perform(post(customer.path(number) + "/surveys/stop").param("m", "AAAAAAAAAAAAAAAAAAAAAA").with(customer.from()))
                .andExpect(status().isNotFound());
        assertThat(customers.refusesSurveys(person)).isFalse();
        mvc.perform(post(URI.create(stop(number))).param("List-Unsubscribe", "One-Click").with(customer.from())).andExpect(status().isOk());
        assertThat(customers.refusesSurveys(person)).isTrue();
        // As RFC 8058 prefers it.
        mvc.perform(multipart(URI.create(stop(number))).param("List-Unsubscribe", "One-Click").with(customer.from())).andExpect(status().isOk());
        customer.open(stop(number)).andExpect(says("不会再给您发送满意度调查"));
    }

    @Test
    void ended_link_is_renewed_to_the_address_on_file_only() throws Exception {
        NewComplaint incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.recorded(incoming);
        String path = customer.path(number);
        customer.answer(number, "withdraw");
        closed(number, Duration.ofDays(89));
        customer.open(path).andExpect(status().isOk());
        closed(number, Duration.ofDays(91));
        customer.open(path).andExpect(status().isGone()).andExpect(says("这个链接已经过期")).andExpect(never("王小明")).andExpect(never(incoming.customer().email()));
        customer.open(path + "/files/" + UUID.randomUUID()).andExpect(status().isGone());

        desk.deliver(number);
        int mails = desk.mails(incoming.customer().email()).size();
        for (int click = 0; click < 5; click++) {
            customer.answerWithToken(path + "/renew", "email", "thief@example.com").andExpect(status().isOk()).andExpect(says("新链接已安排发送"));
        }
        desk.deliver(number);
        assertThat(desk.mails(incoming.customer().email()).size() - mails).isBetween(1, LinkRenewal.RENEWALS.times());
        assertThat(desk.mails("thief@example.com")).isEmpty();
        assertThat(customer.path(number)).isNotEqualTo(path);
        customer.look(number).andExpect(status().isOk());
        customer.open(path).andExpect(status().isGone());
    }

    @Test
    void whoever_left_no_address_is_told_the_new_link_by_an_agent() throws Exception {
        String phone = "139%08d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
        ComplaintNumber number = desk.recorded(new NewComplaint("醉卿酒业旗舰店", Channel.PHONE, null, null, null, "收到的酒瓶破损", null, null,
                new Contact("王小明", null, phone, null)));
        customer.answer(number, "withdraw");
        closed(number, Duration.ofDays(91));
        String ended = customer.path(number);

        for (int click = 0; click < 3; click++) {
            customer.answerWithToken(ended + "/renew").andExpect(status().isOk()).andExpect(says("客服会通过您联系我们的方式发给您"));
        }

        Task told = tasks.createTaskQuery().processInstanceBusinessKeyLike(number + "/NEW_LINK/%").singleResult();
        assertThat(told.getTaskDefinitionKey()).isEqualTo("TellCustomer");
        assertThat(customer.path(number)).isNotEqualTo(ended);
        Matcher page = Pattern.compile("href=\"(/cases/[^\"]+)\"").matcher((String) tasks.getVariable(told.getId(), "tellWhere"));
        assertThat(page.find()).isTrue();
        mvc.perform(get(URI.create(page.group(1))).with(httpBasic("admin", "demo"))).andExpect(status().isOk()).andExpect(says(customer.path(number)));
    }

    @Test
    void erased_customer_has_no_page_any_more() throws Exception {
        ComplaintNumber number = desk.recorded();
        customer.answer(number, "withdraw");
        jdbc.sql("update customer set erased_at = now() where id = ?").param(desk.complaint(number).customerId()).update();
        customer.look(number).andExpect(status().isGone()).andExpect(says("我们已删除这件投诉中您的个人信息")).andExpect(never(number.value()));
    }

    private void closed(ComplaintNumber number, Duration ago) {
        jdbc.sql("update complaint set closed_at = now() - cast(? as interval) where number = ?").params(ago.toDays() + " days", number.value()).update();
    }

    private String stop(ComplaintNumber number) {
        URI link = links.stopSurveys(number.value()).orElseThrow();
        return link.getRawPath() + "?" + link.getRawQuery();
    }

    private Set<String> mailed(String address) throws Exception {
        Set<String> found = new TreeSet<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (Arrays.toString(message.getAllRecipients()).contains(address)) {
                found.addAll(found(MAILED, text(message)));
            }
        }
        assertThat(found).as("links in mails to the customer").isNotEmpty();
        return found;
    }

    private static String text(Part part) throws Exception {
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(text(parts.getBodyPart(i))).append('\n');
            }
            return all.toString();
        }
        return part.getContent() instanceof String words ? words : "";
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** Every row of every table, engine and all, by table. */
    private TreeMap<String, String> everything() {
        TreeMap<String, String> all = new TreeMap<>();
        jdbc.sql("select tablename from pg_tables where schemaname = current_schema()").query(String.class).list().forEach(table ->
                all.put(table, jdbc.sql("select count(*) || ' ' || coalesce(sum(hashtext(cast(t as text))::bigint), 0) from " + table + " t")
                        .query(String.class).single()));
        return all;
    }

    private static ResultMatcher says(String text) {
        return content().string(containsString(text));
    }

    private static ResultMatcher never(String text) {
        return content().string(not(containsString(text)));
    }
}
