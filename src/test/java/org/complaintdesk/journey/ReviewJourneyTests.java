package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.ReviewDriver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bad reviews from the platform's file or message to the public reply, as the people of the desk see it in their browsers. */
@DeskTest
class ReviewJourneyTests extends Journey {

    private static final int BATCH = 200;

    @Autowired ReviewDriver desk;
    @Autowired ManagementService management;
    @Autowired Clock clock;

    @Test
    void review_of_a_real_problem_becomes_a_complaint_and_waits_for_its_result() {
        ReviewNumber number = arrives(1, "打开箱子一股酒味，六瓶碎了两瓶，泡沫都泡烂了。");
        Page window = BROWSER.windowOf("amy");
        Tasklist amy = signIn(window, "amy");

        // 1. Amy takes the review on, reads what is known and finds the problem real.
        amy.look(MY_GROUPS, number.value()).lists("联系评价人", "商品问题", "王小明");
        amy.claim("联系评价人").says(number.value(), "1 星", "王小明", "53度酱香白酒", "六瓶碎了两瓶", "联系时限", "回复期限")
                .links("打开评价档案", "/reviews/" + number, number.value())
                .proposes("评价类别", "商品问题").tick("问题属实，立案处理").write("核实记录", "客户发来开箱视频，两瓶破碎。")
                .write("客户诉求", "补发两瓶");
        amy.complete();

        // 2. The review's file shows the complaint and its stage, the complaint's file shows the review and its.
        window.navigate(address("/reviews/" + number));
        assertThat(window.locator(".badges")).containsText("等待投诉结果");
        Locator complaint = window.locator(".facts a[href^='/cases/']");
        String complaintNumber = complaint.textContent();
        complaint.click();
        assertThat(window.locator("h1")).hasText(complaintNumber);
        assertThat(window.locator(".facts")).containsText("补发两瓶");
        assertThat(window.locator("#related")).containsText("等待投诉结果");

        // 3. The customer withdraws the complaint; the review goes on to its public reply, which tells the result.
        window.locator("select[name=closing]").selectOption("WITHDRAWN");
        window.locator("input[name=note]").fill("客户来电，已自行与快递解决");
        window.locator("#ending button").click();
        assertThat(window.locator(".badges")).containsText("客户撤诉");
        window.locator("#related a[href^='/reviews/']").click();
        assertThat(window.locator("h1")).hasText(number.value());
        desk.goesOn(number);
        amy.look(MINE, number.value()).open("撰写公开回复").says(complaintNumber, "客户撤诉");
    }

    @Test
    void forbidden_reply_is_refused_with_phrase_and_rule_and_a_borderline_one_goes_to_the_supervisor() {
        ReviewNumber number = arrives(2, "刚买完两天就降价二十块，客服说不能退差价，感觉被坑了。");
        Page amysWindow = BROWSER.windowOf("amy");
        Tasklist amy = signIn(amysWindow, "amy");

        amy.look(MY_GROUPS, number.value()).claim("联系评价人").tick("误会，已向对方说明").choose("评价类别", "价格问题")
                .write("核实记录", "活动在下单两天后开始，已说明，客户表示理解。");
        amy.complete();

        // 1. Amy's own wording replaces the suggested one; she sees length, limit and preview as she types.
        FilledForm reply = amy.look(MINE, number.value()).open("撰写公开回复").says("感谢您反馈", "平台最多 500 字");
        reply.write("回复内容", "请您把差评改成好评，我们返现10元。").says("已写 18 字", "预览");
        amy.isRefused("这段文字不能发出");
        amy.isRefused("把差评改成好评");
        amy.isRefused("依据：");
        reply.write("回复内容", "活动在您下单两天后开始，没能享受到，我们理解您的心情。感谢您的评价，送您一张10元优惠券表示歉意。");
        amy.complete();

        // 2. Sue reads why it came to her, and lets it go out.
        Tasklist sue = signIn(BROWSER.windowOf("sue"), "sue");
        sue.look(MY_GROUPS, number.value()).claim("审批回复").says("需要审批的原因", "优惠券", "依据：", "我们理解您的心情").tick("同意");
        sue.complete();

        // 3. Amy posts it at the platform and records that, and what the shop learns.
        String yesterday = LocalDate.now(clock).minusDays(1).format(DateTimeFormatter.ofPattern("yyyy/MM/dd"));
        amy.look(MINE, number.value()).open("登记处理结果").says("请把下面的回复原样发布到平台", "我们理解您的心情")
                .tick("已发布").type("发布日期", yesterday).type("发布时间", "10:00").write("发布人", "艾米")
                .tick("没有变化").choose("改进建议给谁", "培训").write("改进建议", "大促前一周主动告知活动时间");
        amy.complete();

        amysWindow.navigate(address("/reviews/" + number));
        assertThat(amysWindow.locator(".badges")).containsText("已结案");
        assertThat(amysWindow.locator("main")).containsText("10:00 由 艾米 发布");
        assertThat(amysWindow.locator("main")).containsText("培训 · 大促前一周主动告知活动时间");
        JsonNode review = ask("/api/reviews/" + number);
        assertThat(review.path("status").asText()).isEqualTo("CLOSED");
        assertThat(review.path("lesson").path("area").asText()).isEqualTo("TRAINING");
    }

    @Test
    void file_of_reviews_is_uploaded_watched_and_its_refused_rows_are_read() throws IOException {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String rows = IntStream.rangeClosed(1, 2 * BATCH).mapToObj(i -> "天猫,%s-%d,%s,%s,2026-11-01 09:05,买家%d".formatted(mark, i,
                i % 100 == 0 ? "很差" : "5", i == 7 ? "\"包装好，\n下次再买\"" : "不错", i)).collect(Collectors.joining("\n"));
        byte[] file = ("平台,评价编号,评分,评价内容,评价时间,买家昵称\n" + rows + "\n").getBytes(StandardCharsets.UTF_8);

        Page window = BROWSER.windowOf("amy");
        signIn(window, "amy");
        window.navigate(address("/imports"));
        upload(window, "价格表.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThat(window.getByRole(AriaRole.ALERT)).containsText("不是 CSV");

        upload(window, "评价 " + mark + ".csv", file);
        assertThat(window.locator("h1")).hasText("评价 " + mark + ".csv");
        assertThat(window.locator(".progress")).containsText("已处理 0 行，共 400 行");
        takesInNextRows();
        assertThat(window.locator(".progress")).containsText("已处理 200 行，共 400 行（50%）");
        takesInNextRows();
        assertThat(window.locator(".badges")).containsText("已完成");
        assertThat(window.locator(".counts")).containsText("396");

        Locator refused = window.locator("tbody tr");
        assertThat(refused).hasCount(4);
        assertThat(refused.first()).containsText("102");
        assertThat(refused.first()).containsText("评分");
        assertThat(refused.first()).containsText("“很差”不是评分");
        Download rejects = window.waitForDownload(() -> window.getByText("下载全部 4 行").click());
        assertThat(new String(rejects.createReadStream().readAllBytes(), StandardCharsets.UTF_8)).contains(mark + "-100", mark + "-400", "不是评分");
    }

    /** As a program of the shop sends it: posted two days ago. */
    private ReviewNumber arrives(int rating, String text) {
        String unique = UUID.randomUUID().toString();
        JsonNode answer = tell("/api/reviews", Map.of("shop", "醉卿酒业旗舰店", "platform", "TMALL", "externalId", unique, "orderNumber",
                "TB" + unique.substring(0, 12), "product", "53度酱香白酒 500ml", "rating", rating, "text", text, "postedAt",
                clock.instant().minus(Duration.ofDays(2)).toString(), "reviewer", Map.of("name", "王小明", "platformId", "w" + unique.substring(0, 6))));
        return new ReviewNumber(answer.path("number").asText());
    }

    private static void upload(Page window, String name, byte[] content) {
        window.locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content));
        window.locator("input[name=shop]").fill("醉卿酒业旗舰店");
        window.locator(".upload button").click();
    }

    /** One batch, as the job executor would. */
    private void takesInNextRows() {
        List<Job> due = management.createJobQuery().processDefinitionKey("intake-csv").messages().withRetriesLeft().list();
        due.forEach(job -> management.executeJob(job.getId()));
    }
}
