package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.complaintdesk.identity.TaskList;
import org.complaintdesk.platform.DeskProperties.Language;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The engine's web applications in the installation's language; their English texts come with the engine. */
@DeskTest
class WebAppLocaleTests {

    private static final String APPLICATIONS = "/META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** {@code 'KEY' | translate}, as the templates have it within a string of a script. */
    private static final Pattern ASKED = Pattern.compile("\\{\\{ *\\\\'([A-Z][A-Z0-9_]+)\\\\' *\\| *translate");
    private static final List<String> OUR_SCRIPTS = List.of("desk.js", "tasklist/scripts/lists.js", "tasklist/scripts/several.js",
            "tasklist/scripts/case-link.js", "tasklist/scripts/keys.js", "tasklist/scripts/shortcuts.js", "tasklist/scripts/desk-api.js");

    @Autowired
    MockMvc browser;

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void every_english_text_has_its_chinese_one_and_no_other(String application) throws IOException {
        assertThat(texts(application, "zh")).containsOnlyKeys(texts(application, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void what_is_filled_in_stays(String application) throws IOException {
        Map<String, String> chinese = texts(application, "zh");
        texts(application, "en").forEach((key, english) ->
                assertThat(placeholders(chinese.get(key))).as(key).isEqualTo(placeholders(english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void sentences_are_chinese(String application) throws IOException {
        Map<String, String> chinese = texts(application, "zh");
        texts(application, "en").forEach((key, english) -> {
            if (key.startsWith("/labels/") && english.contains(" ") && !chinese.get(key).isBlank()
                    && !PLACEHOLDER.matcher(english).replaceAll("").isBlank()) {
                assertThat(chinese.get(key)).as(key + " " + english).containsPattern(CHINESE);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void the_configuration_knows_no_language_but_the_installations(String application) throws Exception {
        String configuration = resource(application + "/scripts/config.js");
        assertThat(configuration).contains("import language from '../../language.js';")
                .contains("availableLocales: [language], fallbackLocale: language");
        browser.perform(get("/camunda/app/" + application + "/scripts/config.js"))
                .andExpect(status().isOk()).andExpect(content().bytes(configuration.getBytes(StandardCharsets.UTF_8)));
    }

    /** A key that has no text is shown as it is: {@code MY_KEY}. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void every_key_an_application_asks_for_has_a_text(String application) throws IOException {
        Set<String> known = new TreeSet<>(texts(application, "zh").keySet());
        // All four carry the same widgets; those for instances and variables are Cockpit's and nobody else shows them.
        known.addAll(texts("cockpit", "zh").keySet());

        assertThat(keysAskedBy(application)).hasSizeGreaterThan(50).allSatisfy(key -> assertThat(known).contains("/labels/" + key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void tenants_are_called_shops(String application) throws IOException {
        assertThat(texts(application, "zh").values()).noneMatch(text -> text.contains("租户"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void they_are_called_so_in_english_too_and_nothing_else_changes(String application) throws Exception {
        Map<String, String> served = new TreeMap<>();
        collect("", new ObjectMapper().readTree(browser.perform(get("/camunda/app/" + application + "/locales/en.json"))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray()), served);
        Map<String, String> engines = texts(application, "en");

        assertThat(served).containsOnlyKeys(engines.keySet());
        assertThat(served).allSatisfy((key, text) -> {
            assertThat(PLACEHOLDER.matcher(text).replaceAll("")).doesNotContainIgnoringCase("tenant");
            assertThat(placeholders(text)).isEqualTo(placeholders(engines.get(key)));
            if (!engines.get(key).toLowerCase().contains("tenant")) {
                assertThat(text).isEqualTo(engines.get(key));
            }
        });
        assertThat(served.getOrDefault("/labels/PROCESS_INSTANCE_TENANT_ID", "Shop:")).isEqualTo("Shop:");
    }

    @Test
    void our_own_scripts_say_nothing_that_is_not_in_the_message_bundles() throws Exception {
        String script = browser.perform(get("/camunda/app/texts.js")).andExpect(status().isOk())
                .andExpect(content().contentType("text/javascript;charset=UTF-8")).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        JsonNode texts = new ObjectMapper().readTree(script.replaceFirst("^export default ", "").replaceFirst(";\\s*$", ""));
        Set<String> asked = new TreeSet<>();
        for (String file : OUR_SCRIPTS) {
            String source = resource(file);
            asked.addAll(Pattern.compile("(?:say|button)\\('([a-zA-Z.]+)'[,)]").matcher(source).results().map(key -> key.group(1)).toList());
            assertThat(source.lines().map(line -> line.replaceFirst("//.*", "")).toList()).as(file + " speaks Chinese by itself")
                    .noneMatch(line -> CHINESE.matcher(line).find() && !file.endsWith("config.js"));
        }

        assertThat(asked).isNotEmpty().allSatisfy(key -> assertThat(texts.has(key)).as(key).isTrue());
        assertThat(texts.path("several.chosen").asText()).isEqualTo("已选 {0} 个任务");
        for (TaskList list : TaskList.values()) {
            assertThat(texts.has("empty." + list.key())).as(list.key()).isTrue();
        }
    }

    @Test
    void a_chinese_installation_says_so_before_anyone_signs_in() throws Exception {
        browser.perform(get("/camunda/app/language.js").header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/javascript;charset=UTF-8"))
                .andExpect(header().string("Cache-Control", "no-cache"))
                .andExpect(content().string("export default 'zh';\n"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_language_is_told_as_the_applications_name_it(Language language) throws Exception {
        Wording wording = new Wording(new StaticMessageSource(), new DeskProperties(null, language, null, null));
        MockMvcBuilders.standaloneSetup(new WebAppLanguage(wording)).build()
                .perform(get("/camunda/app/language.js"))
                .andExpect(content().string("export default '" + language.name().toLowerCase() + "';\n"));
    }

    private static Set<String> keysAskedBy(String application) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String script : List.of(APPLICATIONS + application + "/camunda-" + application + "-bootstrap.js",
                "/META-INF/resources/plugin/" + application + "/app/plugin.js")) {
            try (InputStream file = WebAppLocaleTests.class.getResourceAsStream(script)) {
                if (file != null) {
                    ASKED.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8)).results().map(key -> key.group(1)).forEach(keys::add);
                }
            }
        }
        return keys;
    }

    /** @return every text of an application by its path in the file, for example {@code /labels/CLAIM_TASK} */
    private static Map<String, String> texts(String application, String locale) throws IOException {
        // The engine's files begin with a byte order mark.
        String json = resource(application + "/locales/" + locale + ".json").replaceFirst("^\uFEFF", "");
        Map<String, String> texts = new TreeMap<>();
        collect("", new ObjectMapper().readTree(json), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), texts));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), texts);
            }
        } else {
            texts.put(path, node.asText());
        }
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).map(name -> name.replace(" ", "")).sorted().toList();
    }

    private static String resource(String path) throws IOException {
        try (InputStream file = WebAppLocaleTests.class.getResourceAsStream(APPLICATIONS + path)) {
            assertThat(file).as(path).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
