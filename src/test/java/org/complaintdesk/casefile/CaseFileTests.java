package org.complaintdesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintdesk.casefile.Staffed.AMY;
import static org.complaintdesk.casefile.Staffed.FAY;
import static org.complaintdesk.casefile.Staffed.SUE;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.MatterKind;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.complaint.NewMatter;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.WhoActs;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.NewFile;
import org.complaintdesk.evidence.Origin;
import org.complaintdesk.evidence.StoredFile;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
class CaseFileTests {

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired EvidenceFiles files;
    @Autowired OutsideMatters matters;
    @Autowired Complaints complaints;
    @Autowired CustomerRequests requests;
    @Autowired Clock clock;
    @Autowired TaskService tasks;
    @Autowired IdentityService identity;
    @Autowired JdbcClient jdbc;

    private String pdf(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    private byte[] masked(ComplaintNumber number) throws Exception {
        return mvc.perform(get("/cases/" + number + "/file.pdf").with(AMY)).andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf")).andReturn().getResponse().getContentAsByteArray();
    }

    private void acting(String person, Runnable deed) {
        try {
            identity.setAuthentication(person, List.of("agents"));
            deed.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    @BeforeEach
    void people() {
        Staffed.come(identity);
    }

    @AfterEach
    void nobody() {
        Staffed.go(identity);
    }

    @Test
    void the_page_begins_with_what_is_to_be_done_and_by_whom() throws Exception {
        ComplaintNumber number = desk.diagnosed();

        mvc.perform(get("/cases/" + number).with(AMY)).andExpect(status().isOk())
                .andExpect(content().string(containsString("/camunda/app/tasklist/default/#/?task=")))
                .andExpect(content().string(containsString("提出方案")))
                .andExpect(content().string(not(containsString("/camunda/app/cockpit/"))));
        mvc.perform(get("/cases/" + number).with(SUE)).andExpect(content().string(containsString("/camunda/app/cockpit/default/#/process-instance/")));
    }

    @Test
    void who_took_handed_on_and_gave_back_a_task_is_part_of_the_story() throws Exception {
        ComplaintNumber number = desk.recorded();
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(number.value()).taskDefinitionKey("DiagnoseProblem").singleResult();
        tasks.setAssignee(task.getId(), null);
        assertThat(handlings(task)).isEmpty();

        acting("fileamy", () -> tasks.claim(task.getId(), "fileamy"));
        acting("fileamy", () -> tasks.setAssignee(task.getId(), "fileben"));
        acting("fileben", () -> tasks.setAssignee(task.getId(), null));

        assertThat(handlings(task)).containsExactly("fileamy TAKEN fileamy", "fileamy HANDED fileben", "fileben GIVEN_BACK null");
        mvc.perform(get("/cases/" + number).with(AMY)).andExpect(content().string(containsString("认领“" + task.getName() + "”")))
                .andExpect(content().string(containsString("退回“" + task.getName() + "”")))
                .andExpect(content().string(containsString("待认领")));
    }

    @Test
    void a_task_that_the_flow_gives_somebody_is_not_noted_as_taken() {
        ComplaintNumber number = desk.recorded();
        long before = jdbc.sql("select count(*) from task_handling").query(Long.class).single();
        desk.completeAs("fileamy", number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "DAMAGED_IN_TRANSIT", "severity", "P2",
                "responsibleParty", "COURIER", "priority", 60, "rootCause", "快递分拣时摔落");

        assertThat(jdbc.sql("select count(*) from task_handling").query(Long.class).single() - before).isLessThanOrEqualTo(1);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(number.value()).taskDefinitionKey("ProposeSolution").singleResult()
                .getAssignee()).isEqualTo("fileamy");
    }

    private List<String> handlings(Task task) {
        return jdbc.sql("select who || ' ' || what || ' ' || coalesce(assignee, 'null') from task_handling where task_id = ? order by id")
                .param(task.getId()).query(String.class).list();
    }

    @Test
    void the_file_for_outside_tells_the_story_in_chinese_with_embedded_fonts_page_numbers_and_checksums() throws Exception {
        ComplaintNumber number = desk.settled();
        StoredFile photo = files.store(new NewFile(number.value(), "酒瓶.jpg", new ByteArrayResource(photo()), Origin.STAFF, "fileamy", "破损的酒瓶"));

        byte[] file = masked(number);

        String text = pdf(file);
        assertThat(text).contains("投诉案件档案" + number, "收到的酒瓶破损", "王小明", "138****5678", "处理过程", "酒瓶.jpg", "破损的酒瓶", photo.sha256(), "1/")
                .contains("投诉处理方案" + number).doesNotContain("13800005678", "快递分拣时摔落", "需要批准");
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(fonts(document)).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(StreamSupport.stream(document.getPages().spliterator(), false).flatMap(CaseFileTests::pictures)).isNotEmpty();
            assertThat(document.getDocumentInformation().getTitle()).contains(number.value());
            assertThat(file).hasSizeLessThan(600_000);
        }
    }

    private static List<PDFont> fonts(PDDocument document) {
        return StreamSupport.stream(document.getPages().spliterator(), false).flatMap(page -> names(page.getResources().getFontNames())
                .map(name -> {
                    try {
                        return page.getResources().getFont(name);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })).toList();
    }

    private static Stream<COSName> pictures(PDPage page) {
        return names(page.getResources().getXObjectNames());
    }

    private static Stream<COSName> names(Iterable<COSName> names) {
        return StreamSupport.stream(names.spliterator(), false);
    }

    @Test
    void contacts_in_texts_are_masked_and_order_numbers_are_not() throws Exception {
        ComplaintNumber number = desk.arrives(new NewComplaint("店", Channel.WEB, null, "1391234567800012345", null,
                "请打我电话13912345678或写信 li.si@example.com，订单1391234567800012345", null, null, new Contact("李四", null, null, null)));

        assertThat(pdf(masked(number))).contains("139****5678", "l***@example.com", "订单1391234567800012345").doesNotContain("13912345678或", "li.si@");
    }

    @Test
    void internal_records_are_told_only_when_asked_for() throws Exception {
        ComplaintNumber number = desk.settled();
        byte[] internal = mvc.perform(get("/cases/" + number + "/file.pdf").param("internal", "true").with(SUE)).andReturn().getResponse()
                .getContentAsByteArray();

        assertThat(pdf(internal)).contains("快递分拣时摔落", "含内部记录", "诊断");
    }

    @Test
    void notes_for_colleagues_stay_inside_and_what_was_done_is_told() throws Exception {
        ComplaintNumber number = desk.settled();
        matters.open(number, new NewMatter(MatterKind.COURIER, null, "顺丰速运", null, WhoActs.THEM_BESIDE, null, "先不提保价"));
        complaints.endEarly(number, Closing.WITHDRAWN, "疑似职业打假，勿再联系");

        assertThat(pdf(masked(number))).contains("不含内部记录", "RF-1", "顺丰速运", "客户撤诉")
                .doesNotContain("已在后台提交退款", "先不提保价", "疑似职业打假");
        assertThat(pdf(mvc.perform(get("/cases/" + number + "/file.pdf").param("internal", "true").with(SUE)).andReturn().getResponse()
                .getContentAsByteArray())).contains("已在后台提交退款", "先不提保价", "疑似职业打假");
    }

    @Test
    void why_finance_gave_a_refund_back_stays_inside() throws Exception {
        ComplaintNumber number = desk.accepted("REFUND", 99);
        desk.complete(number, "ExecuteSolution", "executionNote", "已提交退款");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "RETURNED", "refundNote", "本月额度用完了");

        assertThat(pdf(masked(number))).contains("退回重新协商").doesNotContain("本月额度用完了");
    }

    @Test
    void what_the_customer_said_and_was_told_goes_outside() throws Exception {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 99);
        desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "退得太少");
        requests.withdraw(number, "自己修好了");

        assertThat(pdf(masked(number))).contains("退得太少", "自己修好了");
    }

    @Test
    void every_line_of_the_file_has_its_day_with_the_year() throws Exception {
        ComplaintNumber number = desk.settled();
        matters.open(number, new NewMatter(MatterKind.COURIER, null, "顺丰速运", null, WhoActs.US, null, null));
        String moment = LocalDate.now(clock) + "\\d\\d:\\d\\d";

        String text = pdf(mvc.perform(get("/cases/" + number + "/file.pdf").param("internal", "true").with(SUE)).andReturn().getResponse()
                .getContentAsByteArray());

        assertThat(text).as("money").containsPattern(moment + "已办理·确认退款¥99");
        assertThat(text).as("tasks").containsPattern("已完成" + moment + moment);
        assertThat(text).as("messages").containsPattern("·" + moment + "·.\\*{3}@example.com");
        assertThat(text).as("matters").containsPattern("由我方处理" + moment);
    }

    @Test
    void the_whole_contact_needs_a_reason_and_leaves_a_trace() throws Exception {
        ComplaintNumber number = desk.recorded();
        mvc.perform(post("/cases/" + number + "/file.pdf").with(AMY).with(csrf())).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请填写")));

        byte[] file = mvc.perform(post("/cases/" + number + "/file.pdf").param("reason", "12315 调取").with(AMY).with(csrf()))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();

        assertThat(pdf(file)).contains("13800005678");
        assertThat(jdbc.sql("select what || ' ' || coalesce(detail, '') from audit_line where subject = ? or subject like 'customer %' and at > now() - interval '1 hour'")
                .param(number.value()).query(String.class).list()).anyMatch(line -> line.startsWith("EXPORTED file.pdf unmasked"));
        assertThat(jdbc.sql("select reason from contact_unmasked where place = ?").param(number.value()).query(String.class).list())
                .containsExactly("12315 调取");
    }

    @Test
    void finance_reads_the_case_and_hands_out_nothing() throws Exception {
        ComplaintNumber number = desk.recorded();

        mvc.perform(get("/cases/" + number).with(FAY)).andExpect(status().isOk()).andExpect(content().string(not(containsString("file.pdf"))))
                .andExpect(content().string(not(containsString("13800005678"))));
        mvc.perform(get("/cases/" + number + "/file.pdf").with(FAY)).andExpect(status().isForbidden());
        mvc.perform(post("/cases/" + number + "/file.pdf").param("reason", "x").with(FAY).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get("/cases/C-20990101-000001/file.pdf").with(AMY)).andExpect(status().isNotFound());
    }
}
