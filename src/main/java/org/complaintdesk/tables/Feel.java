package org.complaintdesk.tables;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.collection.immutable.Iterable;
import camundajar.impl.scala.util.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.complaintdesk.platform.TableColumn;
import org.complaintdesk.platform.TableColumn.Kind;

/** The language of cells, by the parser the engine itself uses. */
final class Feel {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LITERALS = Pattern.compile(LITERAL.pattern() + "(?:\\s*,\\s*" + LITERAL.pattern() + ")*");
    private static final FeelEngine ENGINE = new FeelEngine.Builder().build();

    private Feel() {
    }

    /**
     * @param wrong what the parser says, empty when the cell can be read
     * @param names what the cell refers to
     */
    record Parsed(Optional<String> wrong, Set<String> names) {
    }

    static Parsed condition(String cell) {
        return parsed(ENGINE.parseUnaryTests(cell));
    }

    static Parsed value(String cell) {
        return parsed(ENGINE.parseExpression(cell));
    }

    private static Parsed parsed(Either<FeelEngine.Failure, ParsedExpression> read) {
        if (read.isLeft()) {
            return new Parsed(Optional.of(read.left().getOrElse(() -> new FeelEngine.Failure("?")).message()), Set.of());
        }
        Set<String> names = new TreeSet<>();
        names(read.getOrElse(() -> null), names);
        return new Parsed(Optional.empty(), names);
    }

    private static void names(Object part, Set<String> found) {
        if (part instanceof Ref name) {
            found.add(name.names().head());
        } else if (part instanceof Iterable<?> several) {
            each(several.iterator(), found);
        } else if (part instanceof Product product) {
            each(product.productIterator(), found);
        }
    }

    private static void each(Iterator<?> parts, Set<String> found) {
        while (parts.hasNext()) {
            names(parts.next(), found);
        }
    }

    /** @return the texts of a list of quoted texts; empty when it is anything else */
    static List<String> words(String cell) {
        List<String> words = new ArrayList<>();
        if (LITERALS.matcher(cell).matches()) {
            Matcher literal = LITERAL.matcher(cell);
            while (literal.find()) {
                words.add(unescaped(literal.group(1)));
            }
        }
        return words;
    }

    /** @return the text of one quoted text */
    static Optional<String> word(String cell) {
        List<String> words = words(cell);
        return words.size() == 1 ? Optional.of(words.get(0)) : Optional.empty();
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    static String quoted(List<String> texts) {
        return texts.stream().map(Feel::quoted).collect(Collectors.joining(","));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? "\n" : next == '"' || next == '\\' ? String.valueOf(next) : "\\" + next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** @return what the engine's type alone says of a column */
    static TableColumn plain(String type, boolean allowed) {
        Kind kind = allowed ? Kind.WORD : switch (type) {
            case "double", "long" -> Kind.NUMBER;
            case "integer" -> Kind.WHOLE;
            case "boolean" -> Kind.FLAG;
            default -> Kind.TEXT;
        };
        return new TableColumn(kind, List.of(), null, null, null, value -> { });
    }
}
