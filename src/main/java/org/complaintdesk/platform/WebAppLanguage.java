package org.complaintdesk.platform;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The installation's language as a JavaScript module. The engine's web applications are configured by static scripts;
 * theirs import this one instead of asking for the browser's language.
 */
@Controller
class WebAppLanguage {

    private static final MediaType JAVASCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final Wording wording;

    WebAppLanguage(Wording wording) {
        this.wording = wording;
    }

    @GetMapping("/camunda/app/language.js")
    ResponseEntity<String> language() {
        return ResponseEntity.ok()
                .contentType(JAVASCRIPT)
                .cacheControl(CacheControl.noCache())
                .body("export default '%s';\n".formatted(wording.locale().getLanguage()));
    }
}
