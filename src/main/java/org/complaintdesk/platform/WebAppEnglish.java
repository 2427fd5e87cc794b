package org.complaintdesk.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The engine's own English texts of its web applications, with one word changed: what the engine calls a tenant is a shop
 * here. The Chinese ones are files of ours.
 */
@Controller
class WebAppEnglish {

    private static final String APPLICATIONS = "META-INF/resources/webjars/camunda/app/";

    /** Not the names of what is filled in: {@code {{tenant}}}. */
    private static final Pattern TENANT = Pattern.compile("(?<!\\{\\{ ?)\\b([Tt])enant(s?)(?::? I[Dd]| id)?\\b");

    private final ObjectMapper json;

    WebAppEnglish(ObjectMapper json) {
        this.json = json;
    }

    @GetMapping("/camunda/app/{application:tasklist|cockpit|admin|welcome}/locales/en.json")
    ResponseEntity<byte[]> texts(@PathVariable String application) throws IOException {
        ClassPathResource engines = new ClassPathResource(APPLICATIONS + application + "/locales/en.json");
        try (InputStream file = engines.getInputStream()) {
            JsonNode texts = json.readTree(file);
            ofShops(texts);
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noCache())
                    .body(json.writeValueAsBytes(texts));
        }
    }

    private static void ofShops(JsonNode texts) {
        texts.properties().forEach(text -> {
            if (text.getValue().isTextual()) {
                text.setValue(TextNode.valueOf(ofShops(text.getValue().textValue())));
            }
        });
        texts.forEach(WebAppEnglish::ofShops);
    }

    private static String ofShops(String text) {
        return TENANT.matcher(text).replaceAll((MatchResult tenant) ->
                (tenant.group(1).equals("T") ? "Shop" : "shop") + tenant.group(2));
    }
}
