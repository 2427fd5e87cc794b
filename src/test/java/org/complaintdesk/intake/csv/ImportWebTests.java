package org.complaintdesk.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class ImportWebTests {

    private static final RequestPostProcessor ADMIN = httpBasic("admin", "demo");
    private static final long HUNDRED_MEGABYTES = 100L << 20;

    @Autowired MockMvc mvc;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired ObjectMapper json;
    @LocalServerPort int port;

    private static MockMultipartFile file(String name, String text) {
        return new MockMultipartFile("file", name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String reviews(int good, String... others) {
        return "评价编号,平台,店铺,评分,评价时间,评价内容\n" + IntStream.range(0, good)
                .mapToObj(i -> UUID.randomUUID() + ",天猫,旗舰店,1,2026-11-01,差\n").collect(Collectors.joining())
                + String.join("\n", others);
    }

    private long upload(String text) throws Exception {
        String location = mvc.perform(multipart("/api/imports/reviews").file(file("十一月.csv", text)).with(ADMIN))
                .andExpect(status().isAccepted()).andReturn().getResponse().getHeader("Location");
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    private void run(long id) {
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey("import-" + id).singleResult().getId();
        while (management.createJobQuery().processInstanceId(instance).count() > 0) {
            management.executeJob(management.createJobQuery().processInstanceId(instance).singleResult().getId());
        }
    }

    @Test
    void upload_is_accepted_and_its_progress_and_rejects_can_be_read() throws Exception {
        long id = upload(reviews(2, "X,天猫,旗舰店,六,2026-11-01,差"));
        mvc.perform(get("/api/imports/" + id).with(ADMIN)).andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("REVIEWS")).andExpect(jsonPath("$.file").value("十一月.csv"))
                .andExpect(jsonPath("$.state").value("WAITING")).andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.done").value(0)).andExpect(jsonPath("$.columns['评分']").value("RATING"));

        run(id);
        mvc.perform(get("/api/imports/" + id).with(ADMIN)).andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.done").value(3)).andExpect(jsonPath("$.created").value(2))
                .andExpect(jsonPath("$.duplicates").value(0)).andExpect(jsonPath("$.counted").value(0))
                .andExpect(jsonPath("$.rejected").value(1)).andExpect(jsonPath("$.rejects[0].line").value(4))
                .andExpect(jsonPath("$.rejects[0].column").value("评分"))
                .andExpect(jsonPath("$.rejects[0].reason").value(startsWith("“六”不是评分")));
        mvc.perform(get("/api/imports/" + id + "/rejects.csv").with(ADMIN)).andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"rejects-" + id + ".csv\""))
                .andExpect(content().string(startsWith("\uFEFF\"行号\",\"列\",\"原因\",\"评价编号\"")));
        mvc.perform(get("/api/imports").with(ADMIN)).andExpect(jsonPath("$[*].id", hasItem((int) id)));
    }

    @Test
    void upload_that_cannot_be_read_is_answered_with_what_to_do() throws Exception {
        mvc.perform(multipart("/api/imports/reviews").file(file("x.csv", "PK\u0003\u0004")).with(ADMIN))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.type").value("urn:complaint-desk:problem:invalid-input"))
                .andExpect(jsonPath("$.errors[0].field").value("file")).andExpect(jsonPath("$.detail").value(startsWith("这是压缩包")));
        mvc.perform(multipart("/api/imports/complaints").with(ADMIN)).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("file"));
        mvc.perform(post("/api/imports/reviews").contentType(MediaType.TEXT_PLAIN).content("x").with(ADMIN))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.detail").value(containsString("multipart/form-data")));
        mvc.perform(multipart("/api/imports/reviews").file(file("x.csv", "x")).param("platform", "EBAY").with(ADMIN))
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].field").value("platform"));
        mvc.perform(get("/api/imports/999999").with(ADMIN)).andExpect(status().isNotFound());
    }

    @Test
    void only_one_file_is_taken_at_a_time_rather_than_some_forgotten() throws Exception {
        mvc.perform(multipart("/api/imports/reviews").file(file("一.csv", reviews(1))).file(file("二.csv", reviews(1))).with(ADMIN))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.detail").value(startsWith("一次只能上传一个文件")));
    }

    @Test
    void page_takes_a_file_and_shows_how_far_it_is() throws Exception {
        String page = mvc.perform(multipart("/imports").file(file("十一月.csv", reviews(1, "X,天猫,旗舰店,<b>六</b>,2026-11-01,差")))
                .param("kind", "REVIEWS").param("shop", "").param("platform", "").with(ADMIN).with(csrf()))
                .andExpect(status().isFound()).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(page).with(ADMIN)).andExpect(status().isOk())
                .andExpect(content().string(containsString("http-equiv=\"refresh\""))).andExpect(content().string(containsString("等待导入")));

        run(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
        mvc.perform(get(page).with(ADMIN)).andExpect(content().string(not(containsString("http-equiv=\"refresh\""))))
                .andExpect(content().string(containsString("已处理 2 行，共 2 行（100%）")))
                .andExpect(content().string(containsString("“&lt;b&gt;六&lt;/b&gt;”不是评分")))
                .andExpect(content().string(containsString("下载全部 1 行")));
        mvc.perform(get(page + "/rejects.csv").with(ADMIN)).andExpect(status().isOk());
        mvc.perform(get("/imports").with(ADMIN)).andExpect(content().string(containsString("十一月.csv")));
    }

    @Test
    void page_says_why_a_file_is_refused_and_keeps_what_was_entered() throws Exception {
        mvc.perform(multipart("/imports").file(file("截图.csv", "%PDF-1.7")).param("kind", "COMPLAINTS").param("shop", "某某旗舰店")
                        .param("platform", "JD").with(ADMIN).with(csrf())).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("“截图.csv”没有导入"))).andExpect(content().string(containsString("这是 PDF 文件")))
                .andExpect(content().string(containsString("value=\"某某旗舰店\""))).andExpect(content().string(containsString("问题描述")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviews", "complaints", "orders"})
    void page_explains_the_columns_and_offers_a_sample(String kind) throws Exception {
        mvc.perform(get("/imports").param("kind", kind.toUpperCase()).with(ADMIN)).andExpect(status().isOk())
                .andExpect(content().string(containsString("最大 50 MB"))).andExpect(content().string(containsString("订单号")));
        mvc.perform(get("/imports/sample-" + kind + ".csv").with(ADMIN)).andExpect(status().isOk())
                .andExpect(content().string(startsWith("\uFEFF")));
        mvc.perform(get("/imports/sample-parcels.csv").with(ADMIN)).andExpect(status().isNotFound());
    }

    @Test
    void only_case_workers_import() throws Exception {
        mvc.perform(get("/imports")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/imports")).andExpect(status().isUnauthorized());
        RequestPostProcessor finance = user("fay").authorities(new SimpleGrantedAuthority("finance"));
        for (String path : new String[] {"/imports", "/imports/1/rejects.csv", "/api/imports", "/api/imports/1/rejects.csv"}) {
            mvc.perform(get(path).with(finance)).andExpect(status().isForbidden());
        }
        mvc.perform(multipart("/api/imports/reviews").file(file("x.csv", "x")).with(finance)).andExpect(status().isForbidden());
    }

    @Test
    void upload_forged_by_another_site_is_refused() throws Exception {
        mvc.perform(multipart("/imports").file(file("x.csv", "x")).param("kind", "REVIEWS").with(ADMIN)).andExpect(status().isForbidden());
    }

    @Test
    void a_hundred_megabytes_are_refused_with_a_clear_answer_without_being_kept() throws Exception {
        for (BodyPublisher body : new BodyPublisher[] {BodyPublishers.fromPublisher(hundredMegabytes(), HUNDRED_MEGABYTES), hundredMegabytes()}) {
            HttpResponse<String> answer = send("/api/imports/reviews", body);
            assertThat(answer.statusCode()).isEqualTo(413);
            JsonNode problem = json.readTree(answer.body());
            assertThat(problem.path("type").asText()).isEqualTo("urn:complaint-desk:problem:file-too-large");
            assertThat(problem.path("detail").asText()).startsWith("文件超过了 50 MB");
        }
        HttpResponse<String> page = send("/imports?kind=COMPLAINTS", BodyPublishers.fromPublisher(hundredMegabytes(), HUNDRED_MEGABYTES));
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/imports?kind=COMPLAINTS&tooLarge=true");
        mvc.perform(get("/imports?kind=COMPLAINTS&tooLarge=true").with(ADMIN))
                .andExpect(content().string(containsString("文件超过了 50 MB。请按月份或店铺分几次导出")));
    }

    @Test
    void several_files_that_are_too_large_together_are_refused_however_they_are_sent() throws Exception {
        byte[] file = new byte[30 << 20];
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"part.csv\"\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n".getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> answer = send("/api/imports/reviews", BodyPublishers.ofByteArrays(List.of(head, file, end, head, file, end)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json.readTree(answer.body()).path("type").asText()).isEqualTo("urn:complaint-desk:problem:file-too-large");
    }

    private HttpResponse<String> send(String path, BodyPublisher body) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString("admin:demo".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Basic " + credentials)
                        .header("Accept", "text/html,application/json").header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(body).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A form with one file, generated while it is sent. */
    private static BodyPublisher hundredMegabytes() {
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.csv\"\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return BodyPublishers.ofInputStream(() -> new InputStream() {
            private long sent;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (sent == HUNDRED_MEGABYTES) {
                    return -1;
                }
                int count = (int) Math.min(length, HUNDRED_MEGABYTES - sent);
                for (int i = 0; i < count; i++) {
                    buffer[offset + i] = sent + i < head.length ? head[(int) (sent + i)] : (byte) 'x';
                }
                sent += count;
                return count;
            }
        });
    }
}
