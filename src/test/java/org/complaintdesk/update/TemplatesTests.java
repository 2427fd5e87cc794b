package org.complaintdesk.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.platform.CleanText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

class TemplatesTests {

    private static final Pattern NAMED = Pattern.compile("\\(\\$\\{(\\w+)}\\)|given\\['(\\w+)']");

    private static final Templates TEMPLATES = new Templates();

    @ParameterizedTest
    @MethodSource("all")
    void every_template_uses_known_facts_and_words_them_all(Locale language, String template) throws IOException {
        String source = new ClassPathResource("templates/update/" + language.getLanguage() + "/" + template + ".txt")
                .getContentAsString(StandardCharsets.UTF_8);
        String text = TEMPLATES.text(template, new Facts(everyFact()), language);

        assertThat(source).contains("${number}");
        for (Matcher fact = NAMED.matcher(source); fact.find();) {
            if (fact.group(1) != null) {
                assertThat(Facts.KNOWN).contains(fact.group(1));
                assertThat(text).contains("<" + fact.group(1) + ">");
            }
        }
        assertTidy(text);
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_template_reads_well_without_any_fact(Locale language, String template) {
        String text = TEMPLATES.text(template, new Facts(Map.of()), language);

        assertThat(text).isNotBlank();
        assertTidy(text);
        assertThat(text.lines()).noneMatch(line -> line.startsWith("- "));
        assertThat(text.lines().skip(1)).as("headings of nothing").noneMatch(line -> line.matches(".*[：:]"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void both_parts_say_the_same(Locale language, String template) {
        String text = TEMPLATES.text(template, new Facts(everyFact()), language);
        String html = TEMPLATES.html(new Templates.Sheet("S", "T", "N", text, null, "", List.of()), language);

        String shown = html.replaceAll("(?s)<head>.*</head>", "").replaceAll("<[^>]+>", "").replace("&lt;", "<")
                .replace("&gt;", ">").replace("&#39;", "'").replaceAll("\\s+", "");
        String said = text.replaceAll("(?m)^- ([^：:]+)(：|: )", "$1").replaceAll("\\s+", "");
        assertThat(shown).isEqualTo("STN" + said);
    }

    @Test
    void what_people_typed_is_shown_as_text_and_not_as_markup() {
        String text = chinese("acknowledgement",
                new Facts(Map.of("problem", "<script>alert(1)</script> & \"坏了\"", "handler", "${number} [(1)]")));
        String html = TEMPLATES.html(new Templates.Sheet("<b>店</b>", "<i>", "\"><img>", text,
                new LetterLink("<em>", URI.create("https://desk.example/track/a%22%3E?c=1&d=2")), "<s>",
                List.of(new Templates.Footer("<u>", null))), Locale.SIMPLIFIED_CHINESE);

        assertThat(text).contains("<script>alert(1)</script>", "${number} [(1)]");
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp;", "&lt;b&gt;店", "&lt;i&gt;", "&lt;u&gt;")
                .doesNotContain("<script", "<b>", "<i>", "<img", "<u>");
    }

    @Test
    void typed_text_cannot_pretend_to_be_our_own_facts_or_drop_a_line() {
        String text = chinese("proposal", new Facts(Map.of("amount", "¥10\n\n- 金额：¥10000", "remedy", "退款\u001A",
                "explanation", "第一段\n\n\n- 金额：¥99999\r\n第三段")));

        assertThat(text).contains("- 金额：¥10 - 金额：¥10000", "- 处理方案：退款\n",
                "核实的情况：\n第一段\n– 金额：¥99999\n第三段");
    }

    @Test
    void long_complaint_is_cut_to_three_hundred_characters() {
        String text = chinese("acknowledgement", new Facts(Map.of("problem", "很".repeat(5000))));

        assertThat(text).contains("您反映的问题：\n" + "很".repeat(299) + "…\n").doesNotContain("很".repeat(300));
        assertThat(CleanText.cut("ab😀cd", 4)).isEqualTo("ab…");
    }

    @Test
    void proposal_says_what_it_follows() {
        assertThat(chinese("proposal", new Facts(Map.of("round", "1")))).contains("我们已经核实").doesNotContain("调整");
        assertThat(chinese("proposal", new Facts(Map.of("round", "2")))).contains("调整了处理方案").doesNotContain("我们已经核实");
        assertThat(chinese("proposal", new Facts(Map.of("round", "2", "renegotiated", "true"))))
                .contains("原来商定的方案不能照办").doesNotContain("我们已经核实", "调整了处理方案");
    }

    @Test
    void result_and_failed_agreement_name_the_consumer_hotline() {
        assertThat(chinese("result", new Facts(Map.of()))).contains("12315");
        assertThat(chinese("not-agreed", new Facts(Map.of()))).contains("12315");
        assertThat(TEMPLATES.text("result", new Facts(Map.of()), Locale.ENGLISH)).contains("12315");
    }

    @Test
    void letter_whose_shop_is_not_named_ends_without_a_greeting_from_nobody() {
        assertThat(TEMPLATES.text("progress", new Facts(Map.of("done", "Refund")), Locale.ENGLISH)).doesNotContain("Kind regards");
    }

    @Test
    void link_stands_before_the_signature_in_both_parts_or_at_the_end_of_what_nobody_signed() {
        String signed = chinese("progress", new Facts(Map.of("shop", "酒仙网", "done", "退款")));
        String unsigned = chinese("progress", new Facts(Map.of("done", "退款")));

        assertThat(TEMPLATES.withLink(signed, "酒仙网", "查看进展：\nhttps://x")).endsWith("再告诉您。\n\n查看进展：\nhttps://x\n\n酒仙网 客服");
        assertThat(TEMPLATES.withLink(unsigned, "客户投诉处理", "查看进展：\nhttps://x")).endsWith("再告诉您。\n\n查看进展：\nhttps://x");
        String html = TEMPLATES.html(new Templates.Sheet("酒仙网", "进度", "C-1", signed,
                new LetterLink("查看进展", URI.create("https://x/track/t")), "不要转发", List.of()), Locale.SIMPLIFIED_CHINESE);
        assertThat(html.indexOf("再告诉您")).isLessThan(html.indexOf("href=\"https://x/track/t\""));
        assertThat(html.indexOf("href=\"https://x/track/t\"")).isLessThan(html.indexOf("酒仙网 客服"));
    }

    private static void assertTidy(String text) {
        assertThat(text).doesNotContain("\n\n\n", "null", "${", Facts.MISSING).isEqualTo(text.strip());
        assertThat(text.lines()).noneMatch(line -> line.endsWith(" ") || line.endsWith(": ") || line.endsWith("-"));
    }

    static Map<String, String> everyFact() {
        Map<String, String> facts = new HashMap<>();
        Facts.KNOWN.forEach(name -> facts.put(name, "<" + name + ">"));
        return facts;
    }

    static Stream<Arguments> all() {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH).flatMap(language -> Stream.concat(
                        Stream.of(UpdateKind.values()).map(Enum::name),
                        Stream.concat(Stream.of(StaffNotice.values()).map(kind -> (kind == StaffNotice.REVIEWER_WROTE ? "staff-review-" : "staff-") + kind.name()),
                                Stream.of("staff-review-reminder", "staff-review-overdue", "staff-review-escalation", "staff-mail-reminder",
                                        "staff-mail-overdue", "acknowledgement-unconfirmed")))
                .map(kind -> Arguments.of(language, kind.toLowerCase(Locale.ROOT).replace('_', '-'))));
    }

    static Stream<Arguments> forCustomers() {
        return all().filter(template -> !template.get()[1].toString().startsWith("staff-"));
    }

    private static String chinese(String template, Facts facts) {
        return TEMPLATES.text(template, facts, Locale.SIMPLIFIED_CHINESE);
    }
}
