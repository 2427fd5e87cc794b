package org.complaintdesk.platform;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * What a person submitted with a form. Nothing is trusted: a form's own checks are only politeness, and REST can send
 * anything. Every reader throws {@link InvalidInput} that names the field as the form labels it ({@code field.*}).
 */
public final class FormInput {

    private final VariableScope submitted;
    private final Supplier<Map<String, Object>> startedWith;
    private final Wording wording;
    private Map<String, Object> started;

    public FormInput(VariableScope submitted, Wording wording) {
        this(submitted, Map::of, wording);
    }

    /** @param startedWith the values fields start with: those of fields that were not submitted at all; asked for once, if ever */
    public FormInput(VariableScope submitted, Supplier<Map<String, Object>> startedWith, Wording wording) {
        this.submitted = submitted;
        this.startedWith = startedWith;
        this.wording = wording;
    }

    private Object value(String field) {
        if (submitted.hasVariable(field)) {
            return submitted.getVariable(field);
        }
        if (started == null) {
            started = startedWith.get();
        }
        return started.get(field);
    }

    /** @return the text without surrounding blanks, never empty */
    public String text(String field, int maxLength) {
        String text = optionalText(field, maxLength);
        if (text == null) {
            throw invalid(field, "input.missing");
        }
        return text;
    }

    /**
     * @param maxLength in characters as forms and the database count them: an emoji is one
     * @return the text without surrounding blanks, null when there is none
     */
    public String optionalText(String field, int maxLength) {
        Object value = value(field);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        // The engine has the value in its history already, and no database keeps a NUL.
        if (!(value instanceof String || value instanceof Number) || value.toString().indexOf('\0') >= 0) {
            throw invalid(field, "input.no-text");
        }
        String text = CleanText.of(value.toString());
        int length = text == null ? 0 : text.codePointCount(0, text.length());
        if (length > maxLength) {
            throw invalid(field, "input.too-long", maxLength, length);
        }
        return text;
    }

    public <E extends Enum<E>> E choice(String field, Class<E> words) {
        Object value = value(field);
        if (value == null || value.toString().isBlank()) {
            throw invalid(field, "input.not-chosen");
        }
        return Arrays.stream(words.getEnumConstants()).filter(word -> word.name().equals(value.toString())).findFirst()
                .orElseThrow(() -> invalid(field, "input.unknown-choice", value, Arrays.stream(words.getEnumConstants())
                        .map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** @return null when there is none */
    public BigDecimal optionalNumber(String field) {
        Object value = value(field);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(value.toString().strip());
        } catch (NumberFormatException e) {
            throw invalid(field, "input.no-number", value);
        }
    }

    public int wholeNumber(String field, int from, int to) {
        BigDecimal number = optionalNumber(field);
        if (number == null) {
            throw invalid(field, "input.missing");
        }
        if (number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(from)) < 0
                || number.compareTo(BigDecimal.valueOf(to)) > 0) {
            throw invalid(field, "input.not-between", from, to);
        }
        return number.intValue();
    }

    /** @return null when there is none */
    public Instant optionalTime(String field) {
        Object value = value(field);
        if (value == null || value.toString().isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value.toString()).toInstant();
        } catch (DateTimeException e) {
            throw invalid(field, "input.no-time", value);
        }
    }

    /** @param why in whole sentences, worded by whoever refuses the text; it may quote what was entered */
    public InvalidInput refused(String field, String why) {
        return wording.refused(field, why);
    }

    /** @return a message about a field; the arguments follow the field's label as {1}, {2} … */
    public InvalidInput invalid(String field, String key, Object... arguments) {
        return wording.invalid(field, key, arguments);
    }
}
