package org.complaintdesk.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintdesk.support.FormToken.formToken;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class PortalTests {

    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");
    private static final Pattern KEPT = Pattern.compile("name=\"removed\" value=\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("C-\\d{8}-\\d{6}");

    @Autowired MockMvc mvc;
    @Autowired FormStamps stamps;
    @Autowired PortalProperties settings;
    @Autowired Complaints complaints;
    @Autowired Customers customers;
    @Autowired EvidenceFiles evidence;
    @Autowired CaseDriver desk;
    @Autowired GreenMail mail;
    @Autowired Clock clock;

    private final Map<String, String> form = new LinkedHashMap<>(Map.of("shop", "醉卿酒业旗舰店", "orderNumber", "TB-20261121-7",
            "description", "六瓶碎了两瓶，外箱是湿的。", "customerName", "王小明", "email", "wang-" + UUID.randomUUID() + "@example.com"));
    private final List<MockMultipartFile> files = new ArrayList<>();
    private String address = "203.0.113." + (int) (1 + Math.random() * 250) + "-" + UUID.randomUUID();

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void what_was_filled_in_becomes_a_complaint_and_its_sender_gets_number_and_link() throws Exception {
        form.put("occurredOn", LocalDate.now(clock).minusDays(3).toString());
        form.put("wishText", "尽快处理");
        form.put("phone", "138 0000 5678");
        form.put("platformId", "tb_小明");
        String receipt = receiptOf(send(opened()).andExpect(status().isFound()));

        Complaint complaint = filed(receipt);
        assertThat(complaint.shop()).isEqualTo("醉卿酒业旗舰店");
        assertThat(complaint.orderNumber()).isEqualTo("TB-20261121-7");
        assertThat(complaint.description()).isEqualTo("六瓶碎了两瓶，外箱是湿的。");
        assertThat(complaint.channel()).isEqualTo(Channel.WEB);
        assertThat(complaint.occurredAt()).isEqualTo(LocalDate.now(clock).minusDays(3).atStartOfDay(clock.getZone()).toInstant());
        assertThat(complaint.desiredOutcome()).isEqualTo("退款、补偿\n尽快处理");
        assertThat(complaint.isContactConfirmed()).isFalse();
        Customer customer = customers.byId(complaint.customerId());
        assertThat(customer).extracting(Customer::name, Customer::email, Customer::phone, Customer::platformId)
                .containsExactly("王小明", form.get("email"), "138 0000 5678", "tb_小明");
        mvc.perform(get(receipt)).andExpect(status().isOk()).andExpect(content().string(allOf(containsString(complaint.number().value()),
                containsString("w***@example.com"), not(containsString(form.get("email"))))));
    }

    @Test
    void receipt_promises_no_mail_to_an_address_that_mail_comes_back_from() throws Exception {
        form.put("phone", "138 0000 5678");
        String receipt = receiptOf(send(opened()));
        assertThat(page(receipt)).contains("发一封邮件");

        customers.addressBounced(form.get("email"), "550 5.1.1 no such user");

        assertThat(page(receipt)).contains("需要时客服会打电话").doesNotContain("发一封邮件");
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    @Test
    void receipt_survives_reload_without_another_complaint() throws Exception {
        String receipt = receiptOf(send(opened()));
        Complaint first = filed(receipt);
        assertThat(filed(receipt).number()).isEqualTo(first.number());
    }

    @Test
    void form_that_is_sent_again_is_the_same_complaint() throws Exception {
        String stamp = opened();
        String receipt = receiptOf(send(stamp));
        assertThat(receiptOf(send(stamp))).isEqualTo(receipt);
    }

    @Test
    void who_goes_back_and_changes_a_filed_form_is_asked_whether_it_is_another_complaint() throws Exception {
        String stamp = opened();
        Complaint first = filed(receiptOf(send(stamp)));
        form.put("description", "另一单也少了一瓶");
        photo("少一瓶.jpg", 40);

        String told = send(stamp).andExpect(status().isConflict()).andExpect(content().string(allOf(containsString(first.number().value()),
                containsString("再按一次"), containsString("另一单也少了一瓶"), containsString("少一瓶.jpg")))).andReturn().getResponse().getContentAsString();

        files.clear();
        form.put("another", "true");
        Complaint second = filed(receiptOf(send(stampIn(told)).andExpect(status().isFound())));
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(second.description()).isEqualTo("另一单也少了一瓶");
        assertThat(evidence.of(second.number().value())).hasSize(1);
        assertThat(filed("/portal/receipt/" + stamp.substring(0, 36)).description()).isEqualTo("六瓶碎了两瓶，外箱是湿的。");
    }

    @Test
    void photo_that_is_added_to_a_filed_form_is_not_dropped_without_a_word() throws Exception {
        ResultActions first = send(opened());
        photo("碎瓶.jpg", 40);

        mvc.perform(filled(opened()).cookie(first.andReturn().getResponse().getCookie("desk-filed")).with(formToken()).with(from()))
                .andExpect(status().isConflict()).andExpect(content().string(allOf(containsString("专属链接"), containsString("碎瓶.jpg"))));
    }

    @Test
    void form_with_a_photo_that_is_sent_twice_is_one_complaint() throws Exception {
        photo("碎瓶.jpg", 40);
        String stamp = opened();

        assertThat(receiptOf(send(stamp))).isEqualTo(receiptOf(send(stamp)));
    }

    @Test
    void same_words_on_a_new_form_are_the_same_complaint_for_the_browser_that_sent_them_only() throws Exception {
        ResultActions first = send(opened());
        Cookie sent = first.andReturn().getResponse().getCookie("desk-filed");
        assertThat(sent.isHttpOnly()).isTrue();
        assertThat(receiptOf(mvc.perform(filled(opened()).cookie(sent).with(formToken()).with(from())))).isEqualTo(receiptOf(first));
        assertThat(receiptOf(send(opened()))).isNotEqualTo(receiptOf(first));
        form.put("description", "还有一箱也碎了");
        assertThat(receiptOf(mvc.perform(filled(opened()).cookie(sent).with(formToken()).with(from())))).isNotEqualTo(receiptOf(first));
    }

    @Test
    void double_click_is_one_complaint() throws Exception {
        String stamp = opened();
        String order = "DC-" + UUID.randomUUID();
        form.put("orderNumber", order);
        ExecutorService fingers = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> clicks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clicks.add(fingers.submit(() -> receiptOf(send(stamp).andExpect(status().isFound()))));
            }
            for (Future<String> click : clicks) {
                assertThat(click.get()).isEqualTo("/portal/receipt/" + stamp.substring(0, 36));
            }
        } finally {
            fingers.shutdownNow();
        }
        Complaint complaint = filed("/portal/receipt/" + stamp.substring(0, 36));
        assertThat(complaints.related(order, complaint.customerId())).hasSize(1);
    }

    @Test
    void receipt_is_only_for_whoever_sent_the_form_and_for_a_day() throws Exception {
        String receipt = receiptOf(send(opened()));
        String number = filed(receipt).number().value();
        mvc.perform(get("/portal/receipt/" + UUID.randomUUID())).andExpect(status().isNotFound())
                .andExpect(content().string(containsString("已经看不到了")));
        for (String guess : List.of(number, "1", "x'--", "..%2f..%2f")) {
            mvc.perform(get("/portal/receipt/{key}", guess)).andExpect(status().is4xxClientError());
        }
        goOn(Duration.ofHours(25));
        mvc.perform(get(receipt)).andExpect(status().isNotFound()).andExpect(content().string(not(containsString(number))));
    }

    @Test
    void everything_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() throws Exception {
        form.putAll(Map.of("shop", " ", "description", "", "occurredOn", "3026-01-01", "customerName", "", "email", "wang@@example",
                "phone", "打我电话", "orderNumber", "A".repeat(65), "wishText", "我要说明"));
        form.put("platformId", "x".repeat(101));
        send(opened()).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
                says("shop", "请填写店铺名称"), says("orderNumber", "请删去 1 个字"), says("description", "请写明遇到了什么问题"),
                says("occurredOn", "不晚于今天"), says("customerName", "怎么称呼您"), says("email", "邮箱地址不对"),
                says("phone", "电话只能填数字"), says("platformId", "最多 100 个字"))))
                .andExpect(content().string(allOf(containsString("value=\"wang@@example\""), containsString("value=\"打我电话\""),
                        containsString("value=\"3026-01-01\""), containsString(">我要说明</textarea>"), containsString("A".repeat(65)),
                        containsString("value=\"REFUND\" checked"), not(containsString("value=\"RETURN\" checked")))))
                .andExpect(content().string(containsString("<title>请检查：提交投诉</title>")));
    }

    @Test
    void whoever_cannot_be_reached_is_asked_how() throws Exception {
        form.remove("email");
        send(opened()).andExpect(status().isUnprocessableEntity()).andExpect(content().string(says("contact", "请至少填写一种联系方式")));
    }

    @ParameterizedTest
    @CsvSource({"phone,13800005678", "platformId,tb_小明"})
    void phone_or_a_name_on_the_marketplace_is_enough(String field, String value) throws Exception {
        form.remove("email");
        form.put(field, value);
        assertThat(filed(receiptOf(send(opened()))).channel()).isEqualTo(Channel.WEB);
    }

    @Test
    void day_may_be_typed_as_people_write_it() throws Exception {
        form.put("occurredOn", "2026年11月3日");
        ClockUtil.setCurrentTime(new Date(clock.instant().toEpochMilli()));
        assertThat(filed(receiptOf(send(opened()))).occurredAt()).isNotNull();
        form.put("occurredOn", "上星期");
        send(opened()).andExpect(content().string(says("occurredOn", "没看懂这个日期")));
        form.put("occurredOn", "2026-02-30");
        send(opened()).andExpect(content().string(says("occurredOn", "没看懂这个日期")));
    }

    @Test
    void photos_are_kept_while_something_is_wrong_and_belong_to_the_complaint_afterwards() throws Exception {
        form.remove("description");
        photo("破瓶.jpg", 300);
        photo("多余.jpg", 200);
        files.add(new MockMultipartFile("files", "../../etc/x.exe", "image/jpeg", "MZ\u0090\u0000\u0003".getBytes(StandardCharsets.ISO_8859_1)));
        files.add(new MockMultipartFile("files", "", "application/octet-stream", new byte[0]));
        String stamp = opened();
        String again = send(stamp).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("破瓶.jpg"), containsString("多余.jpg"),
                        says("files", "不是可以接收的文件"), not(containsString("etc/x")))))
                .andReturn().getResponse().getContentAsString();
        List<String> kept = KEPT.matcher(again).results().map(found -> found.group(1)).toList();
        assertThat(kept).hasSize(2);
        mvc.perform(get("/portal/photo/{stamp}/{id}", stamp, kept.get(0))).andExpect(status().isOk())
                .andExpect(content().contentType("image/jpeg")).andExpect(header().string("X-Content-Type-Options", "nosniff"));
        mvc.perform(get("/portal/photo/{stamp}/{id}", opened(), kept.get(0))).andExpect(status().isNotFound());
        mvc.perform(get("/portal/photo/{stamp}/{id}", stamp + "x", kept.get(0))).andExpect(status().isNotFound());

        files.clear();
        form.put("description", "照片里看得清");
        form.put("removed", kept.get(1));
        Complaint complaint = filed(receiptOf(send(stamp)));
        assertThat(evidence.of(complaint.number().value())).singleElement().satisfies(file -> assertThat(file.name()).isEqualTo("破瓶.jpg"));
        assertThat(evidence.kept(stamp.substring(0, 36))).isEmpty();
    }

    @Test
    void more_photos_than_are_taken_are_refused_by_name_and_the_others_kept() throws Exception {
        for (int i = 0; i < 10; i++) {
            photo("第" + i + "张.jpg", 50 + i);
        }
        send(opened()).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(says("files", "“第9张.jpg”没有保存"), containsString("第8张.jpg"))));
    }

    @Test
    void text_that_is_too_long_is_kept_and_told_by_how_much() throws Exception {
        form.put("description", "长".repeat(10_005));
        send(opened()).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(says("description", "请删去 5 个字"), containsString("长".repeat(10_005)))));
    }

    @Test
    void emoji_stay_and_what_no_one_can_see_goes() throws Exception {
        form.put("description", "😡👨‍👩‍👧 碎了\u0000\u0007！");
        assertThat(filed(receiptOf(send(opened()))).description()).isEqualTo("😡👨‍👩‍👧 碎了！");
    }

    @Test
    void markup_is_text() throws Exception {
        form.put("shop", "\"><script>alert(1)</script>");
        form.put("description", "</textarea><img src=x onerror=alert(1)>");
        form.put("email", "\"><svg/onload=alert(1)>");
        send(opened()).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
                not(containsString("<script>alert")), not(containsString("<img src=x")), not(containsString("<svg/")),
                containsString("&lt;script&gt;"))));
        mvc.perform(get("/portal").param("shop", "\"><script>alert(1)</script>").param("order", "'onfocus=alert(1)"))
                .andExpect(status().isOk()).andExpect(content().string(not(containsString("<script>alert"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wang@example.com\r\nBcc: all@example.com", "wang@example.com%0aBcc:x", "a@example.com,b@example.com",
            "王小明 <wang@example.com>", "wang@example.com\u2028x"})
    void nothing_but_one_plain_address_is_taken_for_an_address(String email) throws Exception {
        form.put("email", email);
        send(opened()).andExpect(status().isUnprocessableEntity()).andExpect(content().string(says("email", "邮箱地址不对")));
    }

    @Test
    void name_of_several_lines_is_refused() throws Exception {
        form.put("customerName", "王小明\r\nBcc: all@example.com");
        send(opened()).andExpect(status().isUnprocessableEntity()).andExpect(content().string(says("customerName", "请写在一行里")));
    }

    @Test
    void shop_and_order_can_be_given_with_the_address() throws Exception {
        mvc.perform(get("/portal").param("shop", "京醇酒类专营店").param("order", "JD-1")).andExpect(content().string(allOf(
                containsString("value=\"京醇酒类专营店\""), containsString("value=\"JD-1\""))));
        mvc.perform(get("/portal").param("shop", "长".repeat(101))).andExpect(content().string(not(containsString("长".repeat(101)))));
    }

    @Test
    void program_that_fills_in_what_nobody_sees_gets_no_complaint() throws Exception {
        form.put("website", "https://spam.example");
        String stamp = opened();
        send(stamp).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
                containsString("再按一次"), containsString("六瓶碎了两瓶"), not(containsString("spam.example")))));
        assertThat(filing(stamp)).isFalse();
    }

    @Test
    void program_that_is_faster_than_anyone_can_type_gets_no_complaint_and_a_person_only_presses_again() throws Exception {
        String stamp = stamps.write(stamps.fresh());
        send(stamp).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("再按一次")));
        assertThat(filing(stamp)).isFalse();
        goOn(Duration.ofSeconds(4));
        send(stamp).andExpect(status().isFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "00000000-0000-0000-0000-000000000000.1763800000.AAAAAAAAAAAAAAAAAAAAAA"})
    void form_that_we_did_not_hand_out_is_shown_again_with_what_was_typed(String stamp) throws Exception {
        String page = send(stamp).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("六瓶碎了两瓶")))
                .andReturn().getResponse().getContentAsString();
        goOn(Duration.ofSeconds(4));
        send(stampIn(page)).andExpect(status().isFound());
    }

    @Test
    void form_that_lay_open_for_days_is_shown_again_with_text_and_photos() throws Exception {
        String stamp = opened();
        goOn(Duration.ofDays(2));
        photo("破瓶.jpg", 300);
        String page = send(stamp).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("六瓶碎了两瓶"), containsString("破瓶.jpg"))))
                .andReturn().getResponse().getContentAsString();
        files.clear();
        goOn(Duration.ofSeconds(4));
        assertThat(evidence.of(filed(receiptOf(send(stampIn(page)))).number().value())).hasSize(1);
    }

    @Test
    void nothing_a_stranger_typed_is_mailed_to_an_address_that_nobody_confirmed() throws Exception {
        String victim = "victim-" + UUID.randomUUID() + "@example.org";
        form.putAll(Map.of("shop", "http://shop.evil", "orderNumber", "order.evil", "description", "Buy at http://text.evil",
                "wishText", "http://wish.evil", "customerName", "Win at http://name.evil", "email", victim, "platformId", "chat.evil"));
        Complaint complaint = filed(receiptOf(send(opened())));
        desk.goesOn(complaint.number());
        desk.deliver(complaint.number());

        List<MimeMessage> received = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(victim)) {
                received.add(message);
            }
        }
        assertThat(received).hasSize(1);
        MimeMultipart parts = (MimeMultipart) received.get(0).getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            assertThat(parts.getBodyPart(i).getContent().toString()).doesNotContain("evil").contains("/track/");
        }
        assertThat(received.get(0).getSubject()).doesNotContain("evil").contains(complaint.number().value());
    }

    @Test
    void flood_from_one_address_is_held_up_without_losing_what_was_typed_and_nobody_else_is() throws Exception {
        for (int i = 0; i < settings.perAddressAndHour(); i++) {
            send(opened()).andExpect(status().isFound());
        }
        String stamp = opened();
        send(stamp).andExpect(status().isTooManyRequests()).andExpect(header().exists(HttpHeaders.RETRY_AFTER))
                .andExpect(content().string(allOf(containsString("还没有提交"), containsString("六瓶碎了两瓶"))));
        address = "198.51.100.7-" + UUID.randomUUID();
        send(opened()).andExpect(status().isFound());
        address = address.replace("198.51.100.7", "198.51.100.8");
        goOn(Duration.ofMinutes(10));
        send(stamp).andExpect(status().isFound());
    }

    @Test
    void form_without_its_token_does_nothing_and_shows_what_was_typed_and_sent() throws Exception {
        photo("破瓶.jpg", 300);
        String stamp = opened();
        String page = mvc.perform(filled(stamp).with(from())).andExpect(status().isOk()).andReturn().getResponse().getForwardedUrl();
        assertThat(page).isEqualTo("/portal/again");
        assertThat(filing(stamp)).isFalse();
        mvc.perform(again(stamp)).andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(
                containsString("还没有提交"), containsString("六瓶碎了两瓶"), containsString("破瓶.jpg"))));
        assertThat(filing(stamp)).isFalse();
    }

    @Test
    void page_speaks_the_browsers_language_and_keeps_the_one_that_was_chosen() throws Exception {
        mvc.perform(get("/portal").header("Accept-Language", "en-GB,en;q=0.8")).andExpect(content().string(allOf(
                containsString("lang=\"en\""), containsString("File a complaint"), containsString("/portal?lang=zh"))));
        var chosen = mvc.perform(get("/portal").param("lang", "zh").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("提交投诉"))).andReturn().getResponse().getCookie("desk-language");
        mvc.perform(get("/portal").cookie(chosen).header("Accept-Language", "en")).andExpect(content().string(containsString("提交投诉")));
        mvc.perform(get("/portal").param("lang", "<script>")).andExpect(status().isOk());
    }

    @Test
    void problems_are_told_in_the_customers_language_and_wishes_in_the_installations() throws Exception {
        form.remove("description");
        mvc.perform(filled(opened()).with(formToken()).with(from()).header("Accept-Language", "en"))
                .andExpect(content().string(says("description", "Please tell us what the problem is")));
        form.put("description", "Two of six bottles were broken.");
        Complaint complaint = filed(receiptOf(mvc.perform(filled(opened()).with(formToken()).with(from()).header("Accept-Language", "en"))));
        assertThat(complaint.desiredOutcome()).isEqualTo("退款、补偿");
        assertThat(customers.language(complaint.customerId())).contains(Locale.ENGLISH);
    }

    @Test
    void nobody_is_followed_and_nothing_runs_that_is_not_ours() throws Exception {
        var response = mvc.perform(get("/portal")).andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", allOf(startsWith("default-src 'self'"), not(containsString("unsafe")))))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Cache-Control", "private, no-cache")).andReturn();
        assertThat(response.getResponse().getContentAsString()).doesNotContain("<script>").doesNotContain("style=").doesNotContain("onclick");
    }

    // ---

    private String opened() {
        return stamps.write(new FormStamp(UUID.randomUUID(), clock.instant().minusSeconds(60)));
    }

    private void goOn(Duration time) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
    }

    private RequestPostProcessor from() {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private ResultActions send(String stamp) throws Exception {
        return mvc.perform(filled(stamp).with(formToken()).with(from()));
    }

    private MockMultipartHttpServletRequestBuilder filled(String stamp) {
        return filled(multipart("/portal"), stamp);
    }

    private MockMultipartHttpServletRequestBuilder again(String stamp) {
        return (MockMultipartHttpServletRequestBuilder) filled(multipart("/portal/again"), stamp).with(formToken()).with(from());
    }

    private MockMultipartHttpServletRequestBuilder filled(MockMultipartHttpServletRequestBuilder request, String stamp) {
        files.forEach(request::file);
        form.forEach(request::param);
        request.param("wishes", "REFUND", "COMPENSATION", "<none>").param("stamp", stamp);
        return request;
    }

    private void photo(String name, int side) throws IOException {
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", jpeg);
        files.add(new MockMultipartFile("files", name, "image/jpeg", jpeg.toByteArray()));
    }

    private static String receiptOf(ResultActions answer) {
        return answer.andReturn().getResponse().getRedirectedUrl();
    }

    private Complaint filed(String receipt) throws Exception {
        String page = mvc.perform(get(receipt)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        Matcher number = NUMBER.matcher(page);
        assertThat(number.find()).isTrue();
        return complaints.find(number.group()).orElseThrow();
    }

    private boolean filing(String stamp) throws Exception {
        return mvc.perform(get("/portal/receipt/" + stamp.substring(0, 36))).andReturn().getResponse().getStatus() == 200;
    }

    private static String stampIn(String page) {
        Matcher stamp = STAMP.matcher(page);
        assertThat(stamp.find()).isTrue();
        return stamp.group(1);
    }

    private static org.hamcrest.Matcher<String> says(String field, String problem) {
        return allOf(containsString("<a href=\"#" + field + "\">"),
                matchesPattern(Pattern.compile(".*id=\"" + field + "-error\">[^<]*" + Pattern.quote(problem) + ".*", Pattern.DOTALL)));
    }
}
