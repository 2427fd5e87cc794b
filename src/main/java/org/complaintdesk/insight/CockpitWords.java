package org.complaintdesk.insight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import org.complaintdesk.platform.Wording;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What our plugins in Cockpit say, as a JavaScript module: the messages whose keys begin with {@value #PREFIX}. */
@Controller
class CockpitWords {

    private static final String PREFIX = "cockpit.";
    private static final MediaType JAVASCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final String module;

    CockpitWords(Wording wording, ObjectMapper json) throws JsonProcessingException {
        ResourceBundle bundle = ResourceBundle.getBundle("messages", wording.locale(), Control.getNoFallbackControl(Control.FORMAT_DEFAULT));
        Map<String, String> words = new TreeMap<>();
        bundle.keySet().stream().filter(key -> key.startsWith(PREFIX))
                .forEach(key -> words.put(key.substring(PREFIX.length()), wording.text(key)));
        this.module = "export default " + json.writeValueAsString(words) + ";\n";
    }

    /** Open, as the plugins' scripts are: nothing of anybody is in it. */
    @GetMapping("/camunda/app/cockpit/scripts/insight/words.js")
    ResponseEntity<String> words() {
        return ResponseEntity.ok().contentType(JAVASCRIPT).cacheControl(CacheControl.noCache()).body(module);
    }
}
