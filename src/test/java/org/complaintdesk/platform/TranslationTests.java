package org.complaintdesk.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.complaintdesk.platform.DeskProperties.Language;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class TranslationTests {

    private static final Map<String, String> ENGLISH = ModelTranslation.bundle(Language.EN);

    @Test
    void every_chinese_text_of_a_model_has_an_english_translation() throws IOException {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (Path model : models()) {
            for (String text : texts(model)) {
                if (!ENGLISH.containsKey(text)) {
                    missing.computeIfAbsent(model.toString(), file -> new LinkedHashSet<>()).add(text);
                }
            }
        }
        assertThat(missing).as("add these to translations/en.yaml").isEmpty();
    }

    @Test
    void no_translation_is_left_without_its_text() throws IOException {
        Set<String> unused = new TreeSet<>(ENGLISH.keySet());
        for (Path model : models()) {
            unused.removeAll(texts(model));
        }
        assertThat(unused).as("remove these from translations/en.yaml").isEmpty();
    }

    @Test
    void translations_are_english() {
        assertThat(ENGLISH.values()).noneMatch(ModelTexts::isChinese).noneMatch(String::isBlank);
    }

    @Test
    void nothing_chinese_remains_in_an_english_model_but_what_rules_look_for() throws Exception {
        ModelTranslation translation = new ModelTranslation(desk(Language.EN));
        for (Path model : models()) {
            byte[] english = translation.translate(model.toString(), Files.readAllBytes(model));
            if (model.toString().endsWith(".form")) {
                assertThat(new String(english, UTF_8).lines()).as(model.toString()).noneMatch(ModelTexts::isChinese);
            } else {
                assertNothingChinese(model, english);
            }
        }
    }

    @Test
    void a_chinese_installation_deploys_the_models_as_they_are_written() throws IOException {
        ModelTranslation translation = new ModelTranslation(desk(Language.ZH));
        for (Path model : models()) {
            byte[] written = Files.readAllBytes(model);
            assertThat(translation.translate(model.toString(), written)).isEqualTo(written);
        }
    }

    @Test
    void both_message_bundles_have_the_same_keys_and_placeholders() throws IOException {
        Map<String, Set<String>> chinese = placeholders("messages.properties");
        Map<String, Set<String>> english = placeholders("messages_en.properties");
        assertThat(english).isEqualTo(chinese);
    }

    /** What people choose and fill in: a message that speaks of it calls it as the form does. */
    @Test
    void messages_and_forms_have_the_same_english_words_for_the_same_thing() throws IOException {
        Pattern shared = Pattern.compile("(ReviewKind|Category|ResponsibleParty)\\..*|field\\.(?!note$|closingNote$).*");
        Properties english = messages("messages_en.properties");
        messages("messages.properties").forEach((key, chinese) -> {
            if (shared.matcher(key.toString()).matches() && ENGLISH.containsKey(chinese.toString())) {
                assertThat(english.get(key)).as(key.toString()).isEqualTo(ENGLISH.get(chinese.toString()));
            }
        });
    }

    @Test
    void english_messages_are_english() throws IOException {
        assertThat(messages("messages_en.properties").values()).noneMatch(text -> ModelTexts.isChinese(text.toString()));
    }

    /** Every process model, decision table and form of the repository. */
    static List<Path> models() throws IOException {
        try (Stream<Path> processes = files("processes"); Stream<Path> forms = files("forms")) {
            return Stream.concat(processes, forms).sorted().toList();
        }
    }

    static DeskProperties desk(Language language) {
        return new DeskProperties(URI.create("http://localhost"), language, ZoneId.of("Asia/Shanghai"), null);
    }

    private static Stream<Path> files(String folder) throws IOException {
        return Files.exists(Path.of(folder)) ? Files.walk(Path.of(folder)).filter(Files::isRegularFile) : Stream.empty();
    }

    private static Set<String> texts(Path model) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        ModelTexts.rewrite(model.toString(), Files.readAllBytes(model), text -> {
            texts.add(text);
            return text;
        });
        return texts;
    }

    private static void assertNothingChinese(Path model, byte[] english) throws Exception {
        NodeList elements = parse(english).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                Node attribute = element.getAttributes().item(a);
                assertThat(ModelTexts.isChinese(attribute.getNodeValue())).as("%s: %s", model, attribute).isFalse();
            }
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if ((child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE)
                        && !isWhatRulesLookFor(element)) {
                    assertThat(ModelTexts.isChinese(child.getNodeValue())).as("%s: %s", model, child).isFalse();
                }
            }
        }
    }

    private static boolean isWhatRulesLookFor(Element text) {
        return text.getParentNode() instanceof Element owner
                && Set.of("inputEntry", "inputValues", "inputExpression", "literalExpression").contains(owner.getLocalName());
    }

    private static org.w3c.dom.Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static Map<String, Set<String>> placeholders(String bundle) throws IOException {
        Map<String, Set<String>> placeholders = new HashMap<>();
        messages(bundle).forEach((key, text) -> placeholders.put(key.toString(),
                new TreeSet<>(Pattern.compile("\\{(\\d+)").matcher(text.toString()).results().map(MatchResult::group).toList())));
        return placeholders;
    }

    private static Properties messages(String bundle) throws IOException {
        Properties messages = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                TranslationTests.class.getClassLoader().getResourceAsStream(bundle), UTF_8)) {
            messages.load(in);
        }
        return messages;
    }
}
