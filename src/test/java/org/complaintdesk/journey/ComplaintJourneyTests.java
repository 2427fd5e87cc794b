package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.update.CustomerUpdates;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One complaint from the telephone call to the closed case, as the people of the desk see it in their browsers. */
@DeskTest
class ComplaintJourneyTests extends Journey {

    @Autowired CaseDriver desk;
    @Autowired CustomerUpdates updates;

    private final String order = "TB" + System.nanoTime();
    private final String customer = UUID.randomUUID() + "@example.com";

    @Test
    void complaint_taken_down_by_an_agent_is_diagnosed_approved_refunded_and_closed_to_the_customers_satisfaction() {
        Page amysWindow = BROWSER.windowOf("amy");
        Page suesWindow = BROWSER.windowOf("sue");
        Page faysWindow = BROWSER.windowOf("fay");

        // 1. Amy takes the complaint down; the customer knows at once that it has arrived.
        Tasklist amy = signIn(amysWindow, "amy");
        amy.begin("投诉处理").write("店铺", "醉卿酒业旗舰店").choose("投诉渠道", "天猫")
                .write("问题描述", "收到的酒瓶破损，酒都漏光了，外箱也是湿的。").write("客户诉求", "要求退款")
                .write("订单号", order).write("订单实付金额", "399").write("客户称呼", "王小明").write("电子邮箱", customer);
        amy.start();
        ComplaintNumber number = numberOfTheOrder();
        customerReads("我们已收到您的投诉", number);

        // 2. She finds the diagnosis in her list, for the case is hers, sees the facts, and confirms what triage proposes.
        amy.look(MINE, number.value()).lists("诊断问题", "物流破损", "王小明");
        amy.open("诊断问题").says(number.value(), "王小明", Masked.email(customer), order, "¥399.00", "酒都漏光了", "要求退款")
                .links("打开案件档案", "/cases/" + number, number.value())
                .proposes("投诉类别", "物流破损").proposes("责任方", "快递").proposes("严重程度", "P2 较重")
                .write("根本原因", "快递分拣时摔落");
        amy.complete();

        // 3. Her proposal may not be above the order; above her own limit Sue decides; then the customer answers.
        FilledForm proposal = amy.open("制定解决方案");
        proposal.choose("处理方式", "仅退款").write("金额", "400").write("给客户的说明", "商品在运输途中破损，为您退款。");
        amy.isRefused("“金额”¥400.00 超过上限 ¥399.00");
        proposal.write("金额", "199");
        amy.complete();

        Tasklist sue = signIn(suesWindow, "sue");
        sue.look(MY_GROUPS, number.value()).claim("审批方案").says(number.value(), "仅退款", "¥199.00", "超过客服权限").tick("同意");
        sue.complete();
        customerReads("投诉处理方案", number);

        amy.look(MINE, number.value()).open("记录客户答复").says("¥199.00").tick("接受方案");
        amy.complete();

        // 4. Amy has the refund made, Fay confirms it; the customer is told of either.
        amy.open("执行方案").write("凭据编号", "RF-1").write("执行情况", "已在后台提交退款");
        amy.complete();
        customerReads("投诉处理进度", number);

        Tasklist fay = signIn(faysWindow, "fay");
        fay.look(MY_GROUPS, number.value()).claim("财务确认退款").says("¥199.00").write("实际退款金额", "199").write("退款流水号", "FIN-1");
        fay.complete();
        desk.deliver(number);
        assertThat(mails()).hasSize(5).last().asString().contains("投诉处理进度");

        // 5. Days later Amy calls: the customer is satisfied.
        desk.timePasses(number, Duration.ofDays(3).plusMinutes(1));
        amy.look(MINE, number.value()).open("回访客户").says("¥199.00").tick("满意，结案").choose("满意度评分", "5 分 非常满意");
        amy.complete();
        customerReads("投诉处理结果", number);

        JsonNode complaint = ask("/api/complaints/" + number);
        assertThat(complaint.path("status").asText()).isEqualTo("CLOSED");
        assertThat(complaint.path("closing").asText()).isEqualTo("SATISFIED");
        amysWindow.navigate(address("/cases/" + number));
        assertThat(amysWindow.locator("h1")).hasText(number.value());
        assertThat(amysWindow.locator("body")).containsText("已结案");
    }

    @Test
    void supervisor_sees_in_cockpit_where_a_case_is_and_an_agent_is_kept_out() {
        ComplaintNumber number = desk.diagnosed();
        Page amysWindow = BROWSER.windowOf("amy");
        signIn(amysWindow, "amy");
        Page suesWindow = BROWSER.windowOf("sue");
        signIn(suesWindow, "sue");

        Response refused = amysWindow.navigate(address("/camunda/app/cockpit/default/"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(amysWindow.locator("h1")).hasText("没有权限");

        suesWindow.navigate(address("/camunda/app/cockpit/default/#/process-instance/" + instance(number)));
        assertThat(suesWindow.locator(".djs-container [data-element-id=ProposeSolution]")).isVisible();
        assertThat(suesWindow.locator("[data-container-id=ProposeSolution] .badge").first()).isVisible();
    }

    private String instance(ComplaintNumber number) {
        return desk.task(number, "ProposeSolution").getProcessInstanceId();
    }

    private ComplaintNumber numberOfTheOrder() {
        JsonNode found = ask("/api/complaints?q=" + order).path("complaints");
        assertThat(found).hasSize(1);
        return new ComplaintNumber(found.get(0).path("number").asText());
    }

    private void customerReads(String subject, ComplaintNumber number) {
        desk.deliver(number);
        assertThat(mails()).as(() -> updates.of(number.value()).toString()).last().asString().contains(subject, number.value());
    }

    private List<String> mails() {
        return desk.mails(customer);
    }
}
