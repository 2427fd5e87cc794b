package org.complaintdesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.review.ContactOutcome;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.Fate;
import org.complaintdesk.review.LessonArea;
import org.complaintdesk.review.NewReview;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.ReviewOutcome;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.review.Ruling;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class ReviewPagesTests {

    private static final RequestPostProcessor ADMIN = httpBasic("admin", "demo");

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired Reviews reviews;
    @Autowired Customers customers;
    @Autowired Clock clock;

    @Test
    void review_file_shows_what_was_written_by_whom_and_by_when_to_answer() throws Exception {
        ReviewNumber number = arrives("酒瓶的封口是松的，喝着发酸。");
        triaged(number, clock.instant().plus(Duration.ofHours(24)));

        shows(number, "酒瓶的封口是松的，喝着发酸。", "2 星", "★", "清香白酒六瓶装", "TB-", "商品问题", "P2 较重", "联系评价人",
                "联系时限", "回复时限", "收到评价", "自动分类", "没有其他投诉或评价", "还没有消息");
    }

    @Test
    void reviewers_contact_is_masked() throws Exception {
        ReviewNumber number = arrives(review("太差", new Contact("王**", "wang.xiaoming@example.com", "13812345678", "w**8")));

        shows(number, "138****5678", "w***@example.com", "w**8");
        hides(number, "13812345678", "wang.xiaoming@");
    }

    @Test
    void rating_without_words_and_what_the_reviewer_changed_it_to_stand_side_by_side() throws Exception {
        ReviewNumber number = arrives(review(null, new Contact("王**", null, null, null)));
        shows(number, "只有评分，没有文字");

        on(number, review -> review.changedAtPlatform(4, "店家已经处理好了"));
        shows(number, "后来改为", "4 星", "店家已经处理好了", "只有评分，没有文字");
    }

    @Test
    void review_and_complaint_show_each_others_stage_and_lead_to_each_other() throws Exception {
        ReviewNumber number = arrives("碎了一瓶");
        ComplaintNumber complaint = desk.diagnosed();
        on(number, review -> review.linked(complaint));

        shows(number, "等待投诉结果", "href=\"/cases/" + complaint + "\"", "制定方案中");
        mvc.perform(get("/cases/" + complaint).with(ADMIN))
                .andExpect(content().string(containsString("href=\"/reviews/" + number + "\"")))
                .andExpect(content().string(containsString("等待投诉结果")));
    }

    @Test
    void report_to_the_platform_and_its_ruling_are_told() throws Exception {
        ReviewNumber number = arrives("加我微信返现");
        on(number, review -> review.reported("JB-77", "评价里留了微信号"));
        shows(number, "JB-77", "评价里留了微信号", "等待平台裁定");

        on(number, review -> review.ruled(Ruling.NOT_REMOVED, "平台认为证据不足"));
        shows(number, "平台未支持 · 平台认为证据不足");
    }

    @Test
    void reply_is_marked_with_what_has_become_of_it() throws Exception {
        ReviewNumber number = arrives("物流太慢");
        on(number, review -> review.drafted("很抱歉让您久等了。"));
        shows(number, "很抱歉让您久等了。", ">待发布<");

        on(number, review -> review.needApproval("提到了补偿"));
        shows(number, ">待审批<");

        on(number, review -> review.returned("请去掉补偿"));
        shows(number, ">待修改<");

        on(number, review -> {
            review.concluded(new ReviewOutcome(clock.instant(), "艾米", Fate.CHANGED_BY_CUSTOMER, "客户追评表示满意"), clock.instant());
            review.learnt(LessonArea.LOGISTICS, "偏远地区改发顺丰");
        });
        shows(number, ">已发布<", "由 艾米 发布", "客户自行修改", "客户追评表示满意", "物流 · 偏远地区改发顺丰");
    }

    @Test
    void decision_not_to_reply_shows_its_reason() throws Exception {
        ReviewNumber number = arrives("一般");
        on(number, review -> review.notReplying("已超过平台的回复期限"));
        shows(number, ">不回复<", "已超过平台的回复期限");
    }

    @Test
    void customer_who_refused_contact_is_marked() throws Exception {
        ReviewNumber number = arrives(review("别再打电话了", new Contact("李**", null, "13" + nine(), null)));
        hides(number, "拒绝被主动联系");

        customers.refuseContact(reviews.get(number).customerId(), "电话里要求");
        shows(number, "拒绝被主动联系");
    }

    @Test
    void other_cases_of_the_same_order_are_at_hand() throws Exception {
        String order = "TB" + nine();
        NewReview first = new NewReview("店", Channel.TAOBAO, null, order, null, 1, "第一次就碎了", clock.instant(), new Contact("甲", null, null, null));
        NewReview second = new NewReview("店", Channel.TAOBAO, null, order, null, 2, "第二次又碎了", clock.instant(), new Contact("甲", null, null, null));
        ReviewNumber earlier = arrives(first);
        ComplaintNumber complaint = desk.arrives(new NewComplaint("店", Channel.TAOBAO, null, order, null, "发来就是碎的", null, null,
                new Contact("甲", null, null, null)));

        ReviewNumber number = arrives(second);

        shows(number, earlier.value(), "第一次就碎了", complaint.value(), "发来就是碎的");
        hides(number, "没有其他投诉或评价");
    }

    @Test
    void what_a_reviewer_wrote_is_shown_and_never_run() throws Exception {
        ReviewNumber number = arrives(review("<script>alert(1)</script> **差**", new Contact("<b>王</b>", null, null, null)));

        shows(number, "&lt;script&gt;alert(1)&lt;/script&gt; **差**");
        hides(number, "<script>alert", "<b>王</b>");
        mvc.perform(get("/reviews").with(ADMIN)).andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void review_is_found_by_number_order_product_and_words() throws Exception {
        String words = "瓶口像被啃过" + nine();
        ReviewNumber number = arrives(words);
        for (String sought : new String[] {number.value(), words}) {
            mvc.perform(get("/reviews").param("q", sought).with(ADMIN)).andExpect(status().isOk())
                    .andExpect(content().string(containsString("href=\"/reviews/" + number + "\"")));
        }
        mvc.perform(get("/reviews").param("q", "%没有这样的词%").with(ADMIN))
                .andExpect(content().string(containsString("没有符合条件的评价")));
    }

    @Test
    void list_narrows_by_stage_kind_urgency_and_what_is_late() throws Exception {
        String words = "慢得离谱" + nine();
        ReviewNumber number = arrives(words);
        triaged(number, clock.instant().minusSeconds(60));

        for (String[] filter : new String[][] {{"stage", "CONTACTING"}, {"kind", "PRODUCT"}, {"urgency", "P2"}, {"overdue", "true"}}) {
            listed(words, filter[0], filter[1], containsString(number.value()));
        }
        for (String[] filter : new String[][] {{"stage", "CLOSED"}, {"kind", "PRICE"}, {"urgency", "P1"}}) {
            listed(words, filter[0], filter[1], containsString("没有符合条件的评价"));
        }
        on(number, review -> review.contacted(ContactOutcome.MISUNDERSTANDING, "看错了"));
        listed(words, "overdue", "true", containsString("没有符合条件的评价"));
    }

    @Test
    void list_goes_on_over_pages_and_keeps_its_filters() throws Exception {
        String words = "翻页" + nine();
        for (int i = 0; i < 21; i++) {
            arrives(words + i);
        }

        mvc.perform(get("/reviews").param("q", words).param("stage", "").with(ADMIN))
                .andExpect(content().string(containsString("共 21 条"))).andExpect(content().string(containsString("1 / 2")));
        mvc.perform(get("/reviews").param("q", words).param("stage", "").param("page", "1").with(ADMIN))
                .andExpect(content().string(containsString(words + "0"))).andExpect(content().string(not(containsString(words + "20"))));
    }

    @Test
    void agent_ends_a_case_early_and_a_missing_reason_keeps_it_open() throws Exception {
        ReviewNumber number = arrives("重复导入");

        mvc.perform(post("/reviews/" + number + "/ending").with(ADMIN).with(csrf()).param("end", "DUPLICATE")
                .param("note", "R-20990101-000001")).andExpect(status().isOk())
                .andExpect(content().string(containsString("没有找到原评价")));
        assertThat(reviews.get(number).isClosed()).isFalse();

        mvc.perform(post("/reviews/" + number + "/ending").with(ADMIN).with(csrf()).param("end", "REVIEW_GONE")
                .param("note", "买家已自行删除")).andExpect(redirectedUrl("/reviews/" + number));
        assertThat(reviews.get(number).earlyEnd()).isEqualTo(EarlyEnd.REVIEW_GONE);
        shows(number, "评价已不存在", "买家已自行删除");
        hides(number, "name=\"end\"");
    }

    @Test
    void whoever_does_not_work_on_cases_reads_them_and_cannot_end_them() throws Exception {
        ReviewNumber number = arrives("一般");
        RequestPostProcessor finance = user("someone").authorities(new SimpleGrantedAuthority("finance"));

        mvc.perform(get("/reviews/" + number).with(finance)).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("name=\"end\""))));
        mvc.perform(post("/reviews/" + number + "/ending").with(finance).with(csrf()).param("end", "REVIEW_GONE").param("note", "x"))
                .andExpect(status().isForbidden());
        assertThat(reviews.get(number).isClosed()).isFalse();
    }

    @Test
    void forged_request_from_another_site_is_refused() throws Exception {
        ReviewNumber number = arrives("一般");
        mvc.perform(post("/reviews/" + number + "/ending").with(ADMIN).param("end", "REVIEW_GONE").param("note", "x"))
                .andExpect(status().isForbidden());
        assertThat(reviews.get(number).isClosed()).isFalse();
    }

    @Test
    void number_of_a_review_leads_to_its_file_from_the_address_of_complaints() throws Exception {
        mvc.perform(get("/cases/R-20261122-000001").with(ADMIN)).andExpect(redirectedUrl("/reviews/R-20261122-000001"));
    }

    @Test
    void nobody_reads_a_review_without_signing_in() throws Exception {
        mvc.perform(get("/reviews")).andExpect(status().isUnauthorized());
        mvc.perform(get("/reviews/R-20990101-000001").with(ADMIN)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases", "/reviews", "/imports", "/policy/words"})
    void every_staff_page_leads_to_the_others(String page) throws Exception {
        for (String place : new String[] {"/", "/tasks", "/cases", "/reviews", "/imports", "/policy/words"}) {
            mvc.perform(get(page).with(ADMIN)).andExpect(content().string(containsString("href=\"" + place + "\"")));
        }
    }

    private ReviewNumber arrives(String text) {
        return arrives(review(text, new Contact("王**", null, null, "w**" + nine())));
    }

    private ReviewNumber arrives(NewReview review) {
        return reviews.register(review).number();
    }

    private NewReview review(String text, Contact reviewer) {
        return new NewReview("醉卿酒业旗舰店", Channel.TMALL, UUID.randomUUID().toString(), "TB-" + nine(), "清香白酒六瓶装", 2, text,
                clock.instant(), reviewer);
    }

    private static String nine() {
        return String.valueOf(System.nanoTime() % 1_000_000_000L + 1_000_000_000L).substring(1);
    }

    private void triaged(ReviewNumber number, Instant contactDue) {
        on(number, review -> review.triaged(ReviewKind.PRODUCT, Severity.P2, 60, "封口、发酸", contactDue));
    }

    private void on(ReviewNumber number, Consumer<Review> verb) {
        Review review = reviews.get(number);
        verb.accept(review);
        reviews.save(review);
    }

    private void shows(ReviewNumber number, String... texts) throws Exception {
        for (String text : texts) {
            mvc.perform(get("/reviews/" + number).with(ADMIN)).andExpect(status().isOk())
                    .andExpect(content().string(containsString(text)));
        }
    }

    private void hides(ReviewNumber number, String... texts) throws Exception {
        for (String text : texts) {
            mvc.perform(get("/reviews/" + number).with(ADMIN)).andExpect(content().string(not(containsString(text))));
        }
    }

    private void listed(String words, String filter, String value, Matcher<String> shown) throws Exception {
        mvc.perform(get("/reviews").param("q", words).param(filter, value).with(ADMIN)).andExpect(status().isOk())
                .andExpect(content().string(shown));
    }
}
