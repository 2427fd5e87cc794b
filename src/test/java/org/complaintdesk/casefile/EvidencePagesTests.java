package org.complaintdesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import javax.imageio.ImageIO;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.StoredFile;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.ReviewDriver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class EvidencePagesTests {

    private static final RequestPostProcessor ADMIN = httpBasic("admin", "demo");
    private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HTML = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired ReviewDriver reviews;
    @Autowired EvidenceFiles files;
    @LocalServerPort int port;

    @Test
    void agent_adds_several_files_with_a_note_and_sees_them_on_the_case() throws Exception {
        String page = "/cases/" + desk.recorded() + "/evidence";
        mvc.perform(get(page).with(ADMIN)).andExpect(status().isOk()).andExpect(content().string(containsString("还没有文件。")));

        upload(page, "瓶口破损<b>", file("破损.jpg", photo()), file("检测.pdf", PDF)).andExpect(redirectedUrl(page + "?kept=2"));

        mvc.perform(get(page + "?kept=2").with(ADMIN)).andExpect(content().string(containsString("已保存 2 个文件。")))
                .andExpect(content().string(containsString("破损.jpg"))).andExpect(content().string(containsString("瓶口破损&lt;b&gt;")))
                .andExpect(content().string(containsString(sole(page, "检测.pdf").sha256())))
                .andExpect(content().string(not(containsString("查毒"))));
        mvc.perform(get(page.replace("/evidence", "")).with(ADMIN)).andExpect(content().string(containsString("/thumbnail")))
                .andExpect(content().string(containsString(page)));
    }

    @Test
    void review_has_files_too_and_the_case_number_of_a_review_is_none_of_a_complaint() throws Exception {
        String number = reviews.arrived().toString();
        String page = "/reviews/" + number + "/evidence";
        upload(page, "", file("聊天记录.jpg", photo())).andExpect(redirectedUrl(page + "?kept=1"));
        mvc.perform(get("/reviews/" + number).with(ADMIN)).andExpect(content().string(containsString("/thumbnail")));
        mvc.perform(get("/cases/" + number + "/evidence").with(ADMIN)).andExpect(status().isNotFound());
        mvc.perform(get("/cases/C-20990101-000001/evidence").with(ADMIN)).andExpect(status().isNotFound());
    }

    @Test
    void what_is_refused_is_named_the_rest_is_kept_and_the_note_is_not_lost() throws Exception {
        String page = "/cases/" + desk.recorded() + "/evidence";
        upload(page, "外箱照片", file("x.html.jpg", HTML), file("ok.pdf", PDF), file("leer.jpg", new byte[0]))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("“x.html.jpg”不是可以接收的文件")))
                .andExpect(content().string(containsString("“leer.jpg”是空文件")))
                .andExpect(content().string(containsString("已保存 1 个文件。")))
                .andExpect(content().string(containsString("value=\"外箱照片\"")));
        assertThat(stored(page)).extracting(StoredFile::name).containsExactly("ok.pdf");

        upload(page, "", file("", new byte[0])).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请先选择要上传的文件。")));
    }

    @Test
    void picture_is_shown_and_everything_else_is_saved_and_nothing_is_guessed_or_run() throws Exception {
        String page = "/cases/" + desk.recorded() + "/evidence";
        upload(page, "", file("破损 图\"1\".jpg", photo()), file("收据;x.pdf", PDF)).andExpect(status().isFound());
        String picture = page + "/" + sole(page, "破损 图_1_.jpg").id();

        mvc.perform(get(picture).with(ADMIN)).andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.IMAGE_JPEG)).andExpect(content().bytes(photo()))
                .andExpect(header().string("Content-Disposition", containsString("inline; ")))
                .andExpect(header().string("Content-Disposition",
                        containsString("filename*=UTF-8''%E7%A0%B4%E6%8D%9F%20%E5%9B%BE_1_.jpg")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "private, max-age=600"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().doesNotExist("Pragma"));
        mvc.perform(get(picture + "?save=true").with(ADMIN)).andExpect(header().string("Content-Disposition", containsString("attachment; ")));
        mvc.perform(get(picture + "/thumbnail").with(ADMIN)).andExpect(content().contentType(MediaType.IMAGE_JPEG));
        mvc.perform(get(page + "/" + sole(page, "收据;x.pdf").id()).with(ADMIN)).andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andExpect(header().string("Content-Disposition", containsString("attachment; ")))
                .andExpect(header().string("Content-Disposition", containsString("filename*=UTF-8''%E6%94%B6%E6%8D%AE%3Bx.pdf")));
    }

    @Test
    void file_is_reached_only_through_its_own_case_and_only_by_staff() throws Exception {
        String page = "/cases/" + desk.recorded() + "/evidence";
        upload(page, "", file("x.jpg", photo())).andExpect(status().isFound());
        UUID id = sole(page, "x.jpg").id();
        String other = "/cases/" + desk.recorded() + "/evidence/";
        mvc.perform(get(other + id).with(ADMIN)).andExpect(status().isNotFound());
        mvc.perform(get(other + id + "/thumbnail").with(ADMIN)).andExpect(status().isNotFound());
        mvc.perform(get(page + "/" + UUID.randomUUID()).with(ADMIN)).andExpect(status().isNotFound());
        mvc.perform(get(page + "/../../x").with(ADMIN)).andExpect(status().is4xxClientError());
        mvc.perform(get(page + "/" + id)).andExpect(status().isUnauthorized());
        mvc.perform(get(page)).andExpect(status().isUnauthorized());
        mvc.perform(multipart(page).file(file("y.jpg", photo()))).andExpect(status().isUnauthorized());
    }

    @Test
    void warehouse_adds_the_packing_video_and_another_site_cannot() throws Exception {
        String page = "/cases/" + desk.recorded() + "/evidence";
        RequestPostProcessor warehouse = user("wes").authorities(new SimpleGrantedAuthority("warehouse"));
        mvc.perform(multipart(page).file(file("装箱.jpg", photo())).with(warehouse)).andExpect(status().isForbidden());
        mvc.perform(multipart(page).file(file("装箱.jpg", photo())).with(warehouse).with(csrf())).andExpect(status().isFound());
        assertThat(stored(page)).extracting(StoredFile::by).containsExactly("wes");
    }

    @Test
    void too_much_at_once_is_refused_before_it_is_read_and_the_page_says_so() throws Exception {
        String page = "/cases/" + desk.recorded() + "/evidence";
        HttpResponse<String> answer = send(page, BodyPublishers.ofByteArray(new byte[51 * 1024 * 1024]));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(page + "?tooLarge=true");
        mvc.perform(get(page + "?tooLarge=true").with(ADMIN))
                .andExpect(content().string(containsString("这次选择的文件合计超过 50 MB，都没有保存。请分几次上传。")));
        assertThat(send(page, BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(List.of(new byte[1_000])))).statusCode()).isEqualTo(411);
    }

    private HttpResponse<String> send(String path, BodyPublisher body) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString("admin:demo".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", "Basic " + credentials)
                        .header("Content-Type", "multipart/form-data; boundary=b").POST(body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private ResultActions upload(String page, String note, MockMultipartFile... sent) throws Exception {
        var request = multipart(page);
        for (MockMultipartFile file : sent) {
            request.file(file);
        }
        return mvc.perform(request.param("note", note).with(ADMIN).with(csrf()));
    }

    private List<StoredFile> stored(String page) {
        return files.of(page.split("/")[2]);
    }

    private StoredFile sole(String page, String name) {
        return stored(page).stream().filter(file -> file.name().equals(name)).findFirst().orElseThrow();
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "image/jpeg", content);
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
