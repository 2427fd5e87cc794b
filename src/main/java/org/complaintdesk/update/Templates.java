package org.complaintdesk.update;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Words the messages. {@code templates/update/zh/proposal.txt} is the text; a line of it that needs a missing fact is
 * left out. The HTML part lays out that same text, so that both always say the same.
 */
@Component
class Templates {

    private static final String FACT = "- ";

    private final TemplateEngine texts = engine(TemplateMode.TEXT, ".txt");
    private final TemplateEngine pages = engine(TemplateMode.HTML, ".html");
    private final Locale locale;

    Templates(Wording wording) {
        this.locale = wording.locale();
    }

    /** @param template file name without language folder and ending */
    String text(String template, Facts facts) {
        String worded = texts.process(locale.getLanguage() + "/" + template, new Context(locale, facts.variables()));
        return paragraphs(worded).collect(Collectors.joining("\n\n"));
    }

    /**
     * @param sender  who writes, shown at the top
     * @param title   what the message is about
     * @param number  the case
     * @param body    the text as {@link #text} made it
     * @param footers why this message comes
     */
    String html(String sender, String title, String number, String body, List<String> footers) {
        return pages.process("layout", new Context(locale, Map.of("sender", sender, "title", title, "number", number,
                "language", locale.toLanguageTag(), "blocks", paragraphs(body).map(Block::of).toList(),
                "footers", footers)));
    }

    private static Stream<String> paragraphs(String text) {
        return Stream.of(text.lines().map(String::strip).collect(Collectors.joining("\n")).split("\n{2,}"))
                .map(Templates::withoutMissing).filter(paragraph -> !paragraph.isBlank()).map(String::strip);
    }

    /** Leaves out each line that misses a fact, and a heading that has lost everything it heads. */
    private static String withoutMissing(String paragraph) {
        List<String> kept = paragraph.lines().filter(line -> !line.contains(Facts.MISSING)).toList();
        boolean bare = paragraph.contains(Facts.MISSING) && kept.stream().allMatch(Templates::heads);
        return bare ? "" : String.join("\n", kept);
    }

    private static boolean heads(String line) {
        return line.endsWith("：") || line.endsWith(":");
    }

    private static TemplateEngine engine(TemplateMode mode, String suffix) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix("templates/update/");
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** A paragraph, under a heading when its first line ends with a colon; or a table of {@code - label: value}. */
    record Block(String heading, List<String> lines, List<Row> rows) {

        static Block of(String paragraph) {
            List<String> lines = paragraph.lines().toList();
            boolean facts = lines.stream().allMatch(line -> line.startsWith(FACT) && Row.split(line) > 0);
            if (facts) {
                return new Block(null, List.of(), lines.stream().map(Row::of).toList());
            }
            boolean headed = lines.size() > 1 && heads(lines.get(0));
            return headed ? new Block(lines.get(0), lines.subList(1, lines.size()), List.of())
                    : new Block(null, lines, List.of());
        }
    }

    record Row(String label, String value) {

        static int split(String line) {
            int chinese = line.indexOf('：');
            int english = line.indexOf(": ");
            return chinese < 0 || english >= 0 && english < chinese ? english : chinese;
        }

        static Row of(String line) {
            int colon = split(line);
            return new Row(line.substring(FACT.length(), colon).strip(), line.substring(colon + 1).strip());
        }
    }
}
