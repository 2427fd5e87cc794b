package org.complaintdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Addresses that nobody is led to, opened all the same: typed, kept as a bookmark, passed on to a colleague. */
@DeskTest
class OddAddressesTests {

    private static final String OUR_FAULT = "系统处理您的请求时出错";

    @Autowired
    CaseDriver desk;
    @Autowired
    IdentityService identity;
    @LocalServerPort
    int port;

    private Visitor admin;
    private ComplaintNumber number;

    @BeforeEach
    void someone_who_may_open_everything() {
        admin = new Visitor(port, new People(identity).id("admin"));
        number = desk.recorded();
    }

    static Stream<String> days() {
        return Stream.of("/cases?receivedFrom=%s", "/cases?receivedTo=%s", "/cases?closedFrom=%s", "/cases?closedTo=%s", "/cases?receivedOn=%s",
                "/audit?from=%s", "/audit?until=%s", "/insight/finished?from=%s", "/insight/finished?to=%s",
                "/api/complaints?receivedFrom=%s", "/api/complaints?receivedTo=%s", "/api/complaints?closedTo=%s");
    }

    @ParameterizedTest
    @MethodSource("days")
    void day_that_no_calendar_has_is_the_callers_mistake(String address) throws Exception {
        for (String day : new String[] {"%2B999999999-12-31", "-999999999-01-01", "%2B300000-01-01", "nonsense", "2026-02-30"}) {
            assertThat(get(address.formatted(day)).statusCode()).as(day).isEqualTo(400);
        }
        assertThat(get(address.formatted("2026-02-28")).statusCode()).isEqualTo(200);
        assertThat(get(address.formatted("")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit?who=%00", "/audit?subject=a%00b", "/audit/lines.csv?subject=%00", "/cases?q=%00", "/cases?shop=%00", "/reviews?q=%00",
            "/customers?q=a%00", "/insight/finished?q=%00", "/cases?page=-1", "/cases?page=99999", "/reviews?page=-1", "/customers?page=-1",
            "/cases?q=%F0%9F%8D%B7", "/api/complaints?q=%00", "/mailbox?page=-1"})
    void what_no_text_and_no_page_can_be_breaks_nothing(String address) throws Exception {
        assertThat(get(address).statusCode()).isIn(200, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unmask", "contact", "preferences", "refusal", "orders", "export"})
    void address_of_a_form_of_the_customer_leads_back_to_the_customer(String form) throws Exception {
        long customer = desk.complaint(number).customerId();

        leadsBack("/customers/" + customer + "/" + form, "/customers/" + customer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "ending"})
    void address_of_a_form_of_the_case_leads_back_to_the_case(String form) throws Exception {
        leadsBack("/cases/" + number + "/" + form, "/cases/" + number);
    }

    private void leadsBack(String address, String page) throws Exception {
        HttpResponse<String> answer = get(address);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("只接收提交的表单", "href=\"" + page + "\"").doesNotContain(OUR_FAULT);
        assertThat(get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void matter_that_is_not_there_is_said_to_be_so() throws Exception {
        HttpResponse<String> answer = admin.asks("page", "POST", "/cases/" + number + "/matters/999999999/closing", "");

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).contains(answer.statusCode() == 404 ? "页面不存在" : "请求有误");
    }

    private HttpResponse<String> get(String address) throws Exception {
        return admin.asks(address.startsWith("/api/") ? "rest" : "page", "GET", address, "");
    }
}
