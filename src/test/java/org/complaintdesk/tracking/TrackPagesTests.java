package org.complaintdesk.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintdesk.support.FormToken.formToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.NewFile;
import org.complaintdesk.evidence.Origin;
import org.complaintdesk.platform.CustomerForms;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;

@DeskTest
class TrackPagesTests {

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired PrivateLinks links;
    @Autowired CustomerRequests requests;
    @Autowired CustomerMessages messages;
    @Autowired Customers customers;
    @Autowired EvidenceFiles evidence;

    PageDriver customer;

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @BeforeEach
    void opens_a_browser() {
        customer = new PageDriver(mvc, links);
    }

    @Test
    void customer_sees_where_the_case_is_and_who_has_to_act() throws Exception {
        ComplaintNumber number = desk.recorded();
        customer.look(number).andExpect(status().isOk()).andExpect(says("我们正在处理")).andExpect(says("我们正在核实您反映的问题"))
                .andExpect(says("我们承诺在"));

        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);
        customer.look(number).andExpect(says("轮到您了")).andExpect(says("¥99.00")).andExpect(says("经核实，商品在运输途中破损。"))
                .andExpect(says("向您提出处理方案"));
    }

    @Test
    void page_speaks_english_when_asked_to() throws Exception {
        ComplaintNumber number = proposed();
        mvc.perform(get(customer.path(number)).param("lang", "en").header("Accept-Language", "zh-CN").with(customer.from()))
                .andExpect(says("It is your turn")).andExpect(says("Accept this proposal")).andExpect(content().string(not(containsString("轮到您"))));
    }

    @Test
    void colleagues_and_their_notes_are_not_shown() throws Exception {
        ComplaintNumber number = desk.recorded();
        desk.completeAs("amy", number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "DAMAGED_IN_TRANSIT", "severity", "P1",
                "responsibleParty", "COURIER", "priority", 90, "rootCause", "内部：该客户常投诉");
        customer.look(number).andExpect(status().isOk()).andExpect(content().string(not(containsString("内部"))))
                .andExpect(content().string(not(containsString("amy")))).andExpect(content().string(not(containsString("艾米"))));
    }

    @Test
    void accepting_reaches_the_flow_and_a_second_click_says_so() throws Exception {
        ComplaintNumber number = proposed();
        String round = round(number);
        customer.answer(number, "accept", "round", round).andExpect(answered("ACCEPT", "DONE"));
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.EXECUTING);
        assertThat(desk.isOpen(number, "RecordCustomerAnswer")).isFalse();

        customer.answer(number, "accept", "round", round).andExpect(answered("ACCEPT", "ALREADY"));
        assertThat(desk.story(number)).containsOnlyOnce(Happening.ACCEPTED);
        customer.open(customer.path(number) + "?deed=ACCEPT&answered=ALREADY").andExpect(says("这一步之前已经完成"));
    }

    @Test
    void two_devices_at_the_same_moment_count_once() throws Exception {
        ComplaintNumber number = proposed();
        String round = round(number);
        Callable<String> click = () -> customer.answer(number, "accept", "round", round).andReturn().getResponse().getRedirectedUrl();
        ExecutorService devices = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> clicks = devices.invokeAll(List.of(click, click));
            assertThat(List.of(clicks.get(0).get(), clicks.get(1).get())).anyMatch(url -> url.endsWith("answered=DONE"))
                    .anyMatch(url -> url.endsWith("answered=ALREADY"));
        } finally {
            devices.shutdown();
        }
        assertThat(desk.story(number)).containsOnlyOnce(Happening.ACCEPTED);
    }

    @Test
    void when_the_agent_was_faster_the_page_says_how_it_stands() throws Exception {
        ComplaintNumber number = proposed();
        String round = round(number);
        desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "电话里说太少");

        customer.answer(number, "accept", "round", round).andExpect(answered("ACCEPT", "TOO_LATE"));
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.PROPOSING);
        customer.open(customer.path(number) + "?deed=ACCEPT&answered=TOO_LATE").andExpect(says("刚才的操作没有生效"))
                .andExpect(says("我们正在准备处理方案"));
    }

    @Test
    void stale_page_never_answers_a_newer_proposal() throws Exception {
        ComplaintNumber number = proposed();
        String stale = round(number);
        desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "太少");
        desk.propose(number, "REFUND", 50);

        customer.answer(number, "accept", "round", stale).andExpect(answered("ACCEPT", "TOO_LATE"));
        customer.answer(number, "accept").andExpect(answered("ACCEPT", "NOT_POSSIBLE"));
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.AWAITING_CUSTOMER);
    }

    @Test
    void declining_with_a_wish_needs_the_wish_and_keeps_what_was_typed() throws Exception {
        ComplaintNumber number = proposed();
        customer.answer(number, "decline", "round", round(number), "reason", "我想想").andExpect(status().isUnprocessableEntity())
                .andExpect(says("请选择您希望怎么办。")).andExpect(says("我想想"));
        customer.answer(number, "decline", "round", round(number), "wish", "yes", "reason", " ").andExpect(says("请写一下您希望怎样处理。"));
        customer.answer(number, "decline", "round", round(number), "wish", "yes", "reason", "请换一箱新的").andExpect(answered("DECLINE", "DONE"));
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.PROPOSING);
        customer.look(number).andExpect(says("您没有接受方案")).andExpect(says("请换一箱新的"));
    }

    @Test
    void evidence_that_was_asked_for_brings_the_case_on() throws Exception {
        ComplaintNumber number = desk.recorded();
        desk.complete(number, "DiagnoseProblem", "nextStep", "EVIDENCE", "category", "DAMAGED_IN_TRANSIT", "severity", "P2",
                "responsibleParty", "COURIER", "priority", 60, "evidenceWanted", "请拍外箱和碎瓶的照片");
        customer.look(number).andExpect(says("轮到您了")).andExpect(says("请拍外箱和碎瓶的照片"));

        customer.send(number, "evidence", key(), "").andExpect(status().isUnprocessableEntity()).andExpect(says("请写一句说明，或者选择照片、文件。"));
        customer.send(number, "evidence", key(), "见照片", "碎瓶.png", picture()).andExpect(answered("EVIDENCE", "DONE"));
        assertThat(desk.isOpen(number, "DiagnoseProblem")).isTrue();
        assertThat(evidence.of(number.value())).singleElement().satisfies(file -> assertThat(file.origin()).isEqualTo(Origin.CUSTOMER));
        customer.look(number).andExpect(says("碎瓶.png")).andExpect(says("/thumbnail"));
    }

    @Test
    void message_with_a_photo_is_kept_once_and_an_agent_reads_it() throws Exception {
        ComplaintNumber number = desk.recorded();
        String key = key();
        customer.send(number, "message", key, "箱子里还有一瓶是好的", "a.png", picture()).andExpect(answered("MESSAGE", "DONE"));
        customer.send(number, "message", key, "箱子里还有一瓶是好的", "a.png", picture()).andExpect(answered("MESSAGE", "ALREADY"));

        assertThat(messages.of(number)).singleElement().satisfies(message -> assertThat(message.files()).hasSize(1));
        assertThat(desk.isOpen(number, "ReadCustomerMessage")).isTrue();
        customer.look(number).andExpect(says("箱子里还有一瓶是好的"));
        customer.send(number, "message", key, "还有一句").andExpect(answered("MESSAGE", "DONE"));
    }

    @Test
    void one_refused_file_loses_neither_the_text_nor_the_good_files() throws Exception {
        ComplaintNumber number = desk.recorded();
        String key = key();
        customer.send(number, "message", key, "两张照片", "好.png", picture(), "坏.exe", "MZ\u0000\u0001 program".getBytes(StandardCharsets.ISO_8859_1))
                .andExpect(status().isUnprocessableEntity()).andExpect(says("两张照片")).andExpect(says("好.png")).andExpect(says("坏"));
        assertThat(evidence.of(number.value())).isEmpty();

        customer.send(number, "message", key, "两张照片").andExpect(answered("MESSAGE", "DONE"));
        assertThat(evidence.of(number.value())).singleElement().satisfies(file -> assertThat(file.name()).isEqualTo("好.png"));
    }

    @Test
    void file_that_was_chosen_by_mistake_can_be_taken_back_while_it_waits() throws Exception {
        ComplaintNumber number = desk.recorded();
        String key = key();
        String page = customer.send(number, "message", key, "一张照片", "私人.png", picture(), "坏.exe", "MZ\u0000\u0001 program".getBytes(StandardCharsets.ISO_8859_1))
                .andReturn().getResponse().getContentAsString();
        Matcher waiting = Pattern.compile("name=\"removed\" value=\"([^\"]+)\"").matcher(page);
        assertThat(waiting.find()).isTrue();

        customer.answer(number, "message", "key", key, "text", "不发照片了", "removed", waiting.group(1)).andExpect(answered("MESSAGE", "DONE"));

        assertThat(messages.of(number)).singleElement().satisfies(message -> assertThat(message.files()).isEmpty());
        assertThat(evidence.of(number.value())).isEmpty();
    }

    @Test
    void files_that_are_too_large_to_be_read_leave_the_text() throws Exception {
        ComplaintNumber number = desk.recorded();
        mvc.perform(post(customer.path(number) + "/message").param("text", "视频太大").header("Accept-Language", "zh-CN").with(customer.from()).with(formToken())
                        .requestAttr(CustomerForms.class.getName() + ".files", CustomerForms.Files.TOO_LARGE))
                .andExpect(status().isUnprocessableEntity()).andExpect(says("视频太大")).andExpect(says("文字还在"));
        assertThat(messages.of(number)).isEmpty();
    }

    @Test
    void customer_sees_their_own_files_and_no_one_elses() throws Exception {
        ComplaintNumber number = desk.recorded();
        customer.send(number, "message", key(), null, "我的.png", picture());
        UUID mine = evidence.of(number.value()).get(0).id();
        UUID internal = evidence.store(new NewFile(number.value(), "内部.txt", new ByteArrayResource("内部".getBytes(StandardCharsets.UTF_8)),
                Origin.STAFF, "amy", null)).id();
        ComplaintNumber other = desk.recorded();

        customer.open(customer.path(number) + "/files/" + mine).andExpect(status().isOk());
        customer.open(customer.path(number) + "/files/" + mine + "/thumbnail").andExpect(status().isOk());
        customer.open(customer.path(number) + "/files/" + internal).andExpect(status().isNotFound());
        customer.open(customer.path(other) + "/files/" + mine).andExpect(status().isNotFound());
        customer.look(number).andExpect(content().string(not(containsString("内部.txt"))));
    }

    @Test
    void withdrawing_ends_the_case_and_it_can_be_taken_up_again() throws Exception {
        ComplaintNumber number = desk.recorded();
        customer.answer(number, "withdraw", "reason", "已经和卖家说好了").andExpect(answered("WITHDRAW", "DONE"));
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.WITHDRAWN);
        customer.answer(number, "withdraw").andExpect(answered("WITHDRAW", "ALREADY"));
        customer.look(number).andExpect(says("已经结束")).andExpect(says("您已撤回这件投诉")).andExpect(says("要求重新处理"));

        customer.answer(number, "reopen").andExpect(status().isUnprocessableEntity()).andExpect(says("请写一下还有什么没有解决。"));
        customer.answer(number, "reopen", "reason", "卖家又反悔了").andExpect(answered("REOPEN", "DONE"));
        assertThat(desk.complaint(number).isClosed()).isFalse();
        customer.answer(number, "reopen", "reason", "卖家又反悔了").andExpect(answered("REOPEN", "ALREADY"));
        customer.look(number).andExpect(says("我们正在处理"));
    }

    @Test
    void mediated_agreement_is_agreed_on_the_page() throws Exception {
        ComplaintNumber number = desk.diagnosed();
        desk.complete(number, "ProposeSolution", "proposalStep", "MEDIATE", "mediationReason", "客户要求主管出面");
        desk.complete(number, "HearCustomer", "customerStatement", "酒瓶全碎了", "customerEvidence", "开箱视频");
        desk.complete(number, "HearShop", "shopStatement", "出库时完好", "shopEvidence", "打包视频");
        desk.complete(number, "DraftAgreement", "remedy", "REFUND", "amount", 200, "agreementText", "商家三日内退款 200 元；客户保留商品。");
        customer.look(number).andExpect(says("同意这份协议")).andExpect(says("商家三日内退款 200 元"))
                .andExpect(content().string(not(containsString("出库时完好"))));

        customer.answer(number, "agree", "round", round(number)).andExpect(answered("AGREE", "DONE"));
        assertThat(desk.openTasks(number)).contains("ExecuteSolution");
    }

    @Test
    void case_that_is_done_and_was_not_rated_is_not_called_unanswered() throws Exception {
        ComplaintNumber number = desk.settled();
        desk.timePasses(number, Duration.ofDays(3).plusMinutes(1));
        desk.complete(number, "FollowUpCustomer", "satisfied", "NOT_ASKED", "followUpNote", "电话没有接通");

        customer.look(number).andExpect(says("约定的方案已经办完，这件投诉结束了。"));
    }

    @Test
    void case_that_ended_half_way_shows_no_steps_that_were_not_taken() throws Exception {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "RETURN_AND_REFUND", 399);
        if (desk.isOpen(number, "ApproveSolution")) {
            desk.complete(number, "ApproveSolution", "approval", "APPROVE");
        }
        customer.look(number).andExpect(says("我们先结束这件投诉；之后您仍可以要求重新处理。")).andExpect(says("class=\"way\""));
        desk.deliver(number);
        desk.timePasses(number, Duration.ofDays(7).plusMinutes(1));

        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.NO_ANSWER);
        customer.look(number).andExpect(says("一直没有收到您的答复")).andExpect(content().string(not(containsString("class=\"way\""))));
    }

    @Test
    void rating_is_given_once_and_an_unsolved_problem_is_taken_up_again() throws Exception {
        ComplaintNumber number = desk.settled();
        customer.look(number).andExpect(says("问题解决了吗？"));
        customer.answer(number, "rate", "text", "等了很久").andExpect(status().isUnprocessableEntity()).andExpect(says("请选择 1 到 5 分。"))
                .andExpect(says("请选择问题是否解决了。")).andExpect(says("等了很久"));
        customer.answer(number, "rate", "score", "9", "solved", "yes").andExpect(status().isUnprocessableEntity());

        customer.answer(number, "rate", "score", "2", "solved", "no", "text", "少退了十块").andExpect(answered("RATE", "DONE"));
        customer.answer(number, "rate", "score", "5", "solved", "yes").andExpect(redirectedUrlPattern("/track/*?deed=RATE&answered=*"));
        assertThat(desk.story(number)).containsOnlyOnce(Happening.RATED);
    }

    @Test
    void proof_that_comes_with_any_form_confirms_the_address() throws Exception {
        String address = UUID.randomUUID() + "@example.com";
        ComplaintNumber number = desk.arrives(new NewComplaint("店", Channel.WEB, null, null, null, "酒瓶破损", null, null,
                new Contact("李雷", address, null, null), null, false, "zh"));
        String proof = links.confirming(number.value(), address).orElseThrow().getQuery().substring("c=".length());

        customer.open(customer.path(number) + "?c=" + proof).andExpect(says("这个邮箱是您的吗？"));
        assertThat(desk.complaint(number).isContactConfirmed()).as("looking confirms nothing").isFalse();
        customer.look(number).andExpect(content().string(not(containsString("这个邮箱是您的吗？"))));
        customer.answer(number, "address", "c", "x" + proof.substring(1)).andExpect(answered("ADDRESS", "NOT_POSSIBLE"));
        assertThat(desk.complaint(number).isContactConfirmed()).isFalse();

        customer.answer(number, "address", "c", proof).andExpect(answered("ADDRESS", "DONE"));
        assertThat(desk.complaint(number).isContactConfirmed()).isTrue();
    }

    @Test
    void who_acts_in_english_is_written_to_in_english() throws Exception {
        ComplaintNumber number = desk.recorded();
        mvc.perform(post(customer.path(number) + "/withdraw")
                .header("Accept-Language", "en-US").with(customer.from())
                .with(formToken()));
        assertThat(customers.language(desk.complaint(number).customerId())).hasValueSatisfying(
                language -> assertThat(language.getLanguage()).isEqualTo("en"));
    }

    private ComplaintNumber proposed() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 99);
        return number;
    }

    private String round(ComplaintNumber number) {
        return String.valueOf(requests.view(number).offer().round());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private static ResultMatcher says(String text) {
        return content().string(containsString(text));
    }

    private static ResultMatcher answered(String deed, String how) {
        return redirectedUrlPattern("/track/*?deed=" + deed + "&answered=" + how);
    }
}
