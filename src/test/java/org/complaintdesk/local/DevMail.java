package org.complaintdesk.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.complaintdesk.platform.Wording;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every mail the desk has sent, as a page to look at and as JSON for scripts and tests. */
@TestComponent
@RestController
@RequestMapping("/dev/mail")
class DevMail {

    private final LocalMail mail;
    private final Wording wording;

    DevMail(LocalMail mail, Wording wording) {
        this.mail = mail;
        this.wording = wording;
    }

    @GetMapping("/messages")
    ResponseEntity<List<MailMessage>> messages() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(mail.messages());
    }

    @GetMapping
    ResponseEntity<String> page() throws IOException {
        String page = new ClassPathResource("local/mail.html").getContentAsString(StandardCharsets.UTF_8);
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page.replace("{language}", wording.locale().getLanguage()));
    }
}
