package org.complaintdesk.update;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final String BETWEEN = "\n\n";

    private final TemplateEngine texts = engine(TemplateMode.TEXT, ".txt");
    private final TemplateEngine pages = engine(TemplateMode.HTML, ".html");

    /** @param template file name without language folder and ending */
    String text(String template, Facts facts, Locale language) {
        String worded = texts.process(language.getLanguage() + "/" + template, new Context(language, facts.variables()));
        return String.join(BETWEEN, paragraphs(worded));
    }

    /** The text with the link before its signature, or at its end when nobody signed it. */
    String withLink(String body, String sender, String link) {
        List<String> paragraphs = new ArrayList<>(paragraphs(body));
        paragraphs.add(beforeSignature(paragraphs, sender), link);
        return String.join(BETWEEN, paragraphs);
    }

    /** The HTML part of what {@link #text} made. */
    String html(Sheet sheet, Locale language) {
        List<String> paragraphs = paragraphs(sheet.body());
        int end = beforeSignature(paragraphs, sheet.sender());
        Map<String, Object> variables = new HashMap<>();
        variables.put("language", language.toLanguageTag());
        variables.put("sheet", sheet);
        variables.put("blocks", paragraphs.subList(0, end).stream().map(Block::of).toList());
        variables.put("signature", paragraphs.subList(end, paragraphs.size()).stream().map(Block::of).toList());
        return pages.process("layout", new Context(language, variables));
    }

    private static int beforeSignature(List<String> paragraphs, String sender) {
        int last = paragraphs.size() - 1;
        return last > 0 && paragraphs.get(last).contains(sender) ? last : last + 1;
    }

    private static List<String> paragraphs(String text) {
        return Stream.of(text.lines().map(String::strip).collect(Collectors.joining("\n")).split("\n{2,}"))
                .map(Templates::withoutMissing).filter(paragraph -> !paragraph.isBlank()).map(String::strip).toList();
    }

    /** Leaves out each line that misses a fact, and a heading or greeting that has lost everything it leads to. */
    private static String withoutMissing(String paragraph) {
        List<String> kept = paragraph.lines().filter(line -> !line.contains(Facts.MISSING)).toList();
        boolean bare = paragraph.contains(Facts.MISSING) && kept.stream().allMatch(line -> heads(line) || line.endsWith(","));
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

    /**
     * What the HTML part shows.
     *
     * @param sender  who writes, shown at the top
     * @param title   what the message is about
     * @param number  the case
     * @param body    the text as {@link #text} made it
     * @param link    shown as a button, null for none
     * @param caution what to mind with the link
     * @param footers why this message comes
     */
    record Sheet(String sender, String title, String number, String body, LetterLink link, String caution, List<Footer> footers) {
    }

    /** A line below the message; the address is null when it leads nowhere. */
    record Footer(String text, URI url) {

        String line() {
            return url == null ? text : text + " " + url;
        }
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
