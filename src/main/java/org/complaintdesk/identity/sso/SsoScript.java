package org.complaintdesk.identity.sso;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.complaintdesk.platform.Wording;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;

/** The button on the web applications' sign-in pages, as a plugin they import; no plugin at all while single sign-on is off. */
@Controller
class SsoScript {

    private static final MediaType JAVASCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final String script;

    SsoScript(SsoProperties settings, Wording wording, ObjectMapper json) {
        this.script = settings.isOn() ? button(StringUtils.hasText(settings.name()) ? settings.name() : wording.text("sso.account"), wording, json)
                : "export default [];\n";
    }

    private static String button(String account, Wording wording, ObjectMapper json) {
        try {
            return new ClassPathResource("identity/single-sign-on.js").getContentAsString(StandardCharsets.UTF_8)
                    .replace("'$LABEL'", json.writeValueAsString(wording.text("sso.button", account)))
                    .replace("'$OR'", json.writeValueAsString(wording.text("sso.or")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/camunda/app/single-sign-on.js")
    ResponseEntity<String> script() {
        return ResponseEntity.ok().contentType(JAVASCRIPT).cacheControl(CacheControl.noCache()).body(script);
    }
}
