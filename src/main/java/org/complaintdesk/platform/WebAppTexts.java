package org.complaintdesk.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What our own scripts in the engine's web applications say, as a JavaScript module: every message whose key begins with
 * {@value #PREFIX}, under the rest of its key. So their words stand where all words stand, in both languages.
 */
@Controller
class WebAppTexts {

    static final String PREFIX = "webapp.";
    private static final MediaType JAVASCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final String module;

    WebAppTexts(Wording wording, ObjectMapper json) throws JsonProcessingException {
        Map<String, String> texts = new TreeMap<>();
        ResourceBundle bundle = ResourceBundle.getBundle("messages", wording.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        bundle.keySet().stream().filter(key -> key.startsWith(PREFIX))
                .forEach(key -> texts.put(key.substring(PREFIX.length()), wording.text(key, "{0}", "{1}")));
        this.module = "export default " + json.writeValueAsString(texts) + ";\n";
    }

    @GetMapping("/camunda/app/texts.js")
    ResponseEntity<String> texts() {
        return ResponseEntity.ok().contentType(JAVASCRIPT).cacheControl(CacheControl.noCache()).body(module);
    }
}
