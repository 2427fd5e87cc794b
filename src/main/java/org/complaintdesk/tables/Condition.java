package org.complaintdesk.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an input has to be, as people think of it; a {@link How#FORMULA} is what only FEEL can say.
 *
 * @param values words, numbers, patterns or names of lists, as {@code how} needs them; of a formula the cell itself
 */
record Condition(How how, List<String> values) {

    enum How {
        ANY, ONE_OF, NONE_OF, EQUAL, MORE, AT_LEAST, LESS, AT_MOST, BETWEEN, YES, NO, UNKNOWN, KNOWN, SAID, NOT_SAID,
        ON_LIST, NOT_ON_LIST, FORMULA
    }

    /** Begins a cell whose value is still to be entered; no FEEL begins so. */
    private static final String MISSING = "…";

    static final Condition ANYTHING = new Condition(How.ANY, List.of());

    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final Pattern PLAIN_NUMBER = Pattern.compile(NUMBER);
    private static final Pattern COMPARED = Pattern.compile("([<>]=?)\\s*(" + NUMBER + ")");
    private static final Pattern COMPARED_WITH_INPUT = Pattern.compile("([<>]=?)\\s*([A-Za-z]\\w*)");
    private static final Pattern RANGE = Pattern.compile("\\[\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*]");
    private static final Pattern NOT = Pattern.compile("not\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern SAID = Pattern.compile("matches\\(\\s*\\?\\s*,\\s*(\"(?:[^\"\\\\]|\\\\.)*\")\\s*\\)");
    private static final Pattern ON_LIST = Pattern.compile("list contains\\(\\s*\\?\\s*,\\s*(\"[^\"\\\\]*\")\\s*\\)");

    Condition {
        values = List.copyOf(values);
    }

    static Condition of(String cell) {
        String text = cell.strip();
        if (text.isEmpty() || text.equals("-")) {
            return ANYTHING;
        }
        if (text.startsWith(MISSING)) {
            return new Condition(How.valueOf(text.substring(1)), List.of());
        }
        Condition plain = plain(text);
        if (plain != null) {
            return plain;
        }
        Matcher not = NOT.matcher(text);
        Condition denied = not.matches() ? plain(not.group(1).strip()) : null;
        Optional<How> how = Optional.ofNullable(denied).map(Condition::denied);
        return how.isPresent() ? new Condition(how.get(), denied.values) : new Condition(How.FORMULA, List.of(text));
    }

    private How denied() {
        return switch (how) {
            case ONE_OF -> How.NONE_OF;
            case UNKNOWN -> How.KNOWN;
            case SAID -> How.NOT_SAID;
            case ON_LIST -> How.NOT_ON_LIST;
            default -> null;
        };
    }

    private static Condition plain(String text) {
        switch (text) {
            case "null": return new Condition(How.UNKNOWN, List.of());
            case "true": return new Condition(How.YES, List.of());
            case "false": return new Condition(How.NO, List.of());
            default: break;
        }
        List<String> words = Feel.words(text);
        if (!words.isEmpty()) {
            return new Condition(How.ONE_OF, words);
        }
        if (PLAIN_NUMBER.matcher(text).matches()) {
            return new Condition(How.EQUAL, List.of(text));
        }
        Matcher compared = COMPARED.matcher(text);
        if (compared.matches()) {
            return new Condition(compared(compared.group(1)), List.of(compared.group(2)));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return new Condition(How.BETWEEN, List.of(range.group(1), range.group(2)));
        }
        Matcher said = SAID.matcher(text);
        if (said.matches()) {
            return Feel.word(said.group(1)).map(pattern -> new Condition(How.SAID, Alternatives.of(pattern))).orElse(null);
        }
        return lists(text);
    }

    private static Condition lists(String text) {
        List<String> lists = new ArrayList<>();
        for (String part : text.split("\\s+or\\s+")) {
            Matcher list = ON_LIST.matcher(part.strip());
            if (!list.matches()) {
                return null;
            }
            lists.addAll(Feel.words(list.group(1)));
        }
        return new Condition(How.ON_LIST, lists);
    }

    /** @return of a formula that is nothing but a comparison with another input, how; its value is the input's name */
    Optional<Condition> comparison() {
        if (how != How.FORMULA || isMissing()) {
            return Optional.empty();
        }
        return Optional.of(COMPARED_WITH_INPUT.matcher(values.get(0))).filter(Matcher::matches)
                .map(parts -> new Condition(compared(parts.group(1)), List.of(parts.group(2))));
    }

    private static How compared(String sign) {
        return switch (sign) {
            case ">" -> How.MORE;
            case ">=" -> How.AT_LEAST;
            case "<" -> How.LESS;
            default -> How.AT_MOST;
        };
    }

    /** @return the cell that says so */
    String cell() {
        if (isMissing()) {
            return MISSING + how;
        }
        return switch (how) {
            case ANY -> "";
            case UNKNOWN -> "null";
            case KNOWN -> "not(null)";
            case YES -> "true";
            case NO -> "false";
            case ONE_OF -> Feel.quoted(values);
            case NONE_OF -> "not(" + Feel.quoted(values) + ")";
            case EQUAL, FORMULA -> values.get(0);
            case MORE -> "> " + values.get(0);
            case AT_LEAST -> ">= " + values.get(0);
            case LESS -> "< " + values.get(0);
            case AT_MOST -> "<= " + values.get(0);
            case BETWEEN -> "[" + values.get(0) + ".." + values.get(1) + "]";
            case SAID -> said();
            case NOT_SAID -> "not(" + said() + ")";
            case ON_LIST -> onList();
            case NOT_ON_LIST -> "not(" + onList() + ")";
        };
    }

    /** @return whether a person chose how, and then not what */
    boolean isMissing() {
        int needed = switch (how) {
            case ANY, YES, NO, UNKNOWN, KNOWN -> 0;
            case BETWEEN -> 2;
            default -> 1;
        };
        return values.size() < needed;
    }

    private String said() {
        return "matches(?, " + Feel.quoted(Alternatives.pattern(values)) + ")";
    }

    private String onList() {
        return values.stream().map(list -> "list contains(?, " + Feel.quoted(list) + ")").collect(Collectors.joining(" or "));
    }

    boolean isAny() {
        return how == How.ANY;
    }

    /** @return false only where it surely holds for nothing that the other holds for */
    boolean mayMeet(Condition other) {
        if (isAny() || other.isAny() || how == How.FORMULA || other.how == How.FORMULA) {
            return true;
        }
        if (isOfWords() && other.isOfWords()) {
            return wordsMeet(other);
        }
        Range mine = Range.of(this);
        Range others = Range.of(other);
        if (mine != null && others != null) {
            return mine.meets(others);
        }
        boolean opposite = how == How.SAID && other.how == How.NOT_SAID || how == How.ON_LIST && other.how == How.NOT_ON_LIST;
        boolean reversed = how == How.NOT_SAID && other.how == How.SAID || how == How.NOT_ON_LIST && other.how == How.ON_LIST;
        if (opposite || reversed) {
            return !(opposite ? other.values.containsAll(values) : values.containsAll(other.values));
        }
        if (how == How.UNKNOWN || other.how == How.UNKNOWN) {
            return how == other.how;
        }
        return how == How.KNOWN || other.how == How.KNOWN || !isFlag() || !other.isFlag() || how == other.how;
    }

    private boolean isFlag() {
        return how == How.YES || how == How.NO;
    }

    private boolean isOfWords() {
        return how == How.ONE_OF || how == How.NONE_OF;
    }

    private boolean wordsMeet(Condition other) {
        if (how == How.NONE_OF && other.how == How.NONE_OF) {
            return true;
        }
        if (how == How.ONE_OF && other.how == How.ONE_OF) {
            return values.stream().anyMatch(other.values::contains);
        }
        Condition one = how == How.ONE_OF ? this : other;
        Condition none = one == this ? other : this;
        return !none.values.containsAll(one.values);
    }

    /** @return true only where it surely holds for everything that the other holds for */
    boolean covers(Condition other) {
        if (isAny() || cell().equals(other.cell())) {
            return true;
        }
        if (isOfWords() && other.isOfWords()) {
            return how == How.ONE_OF ? other.how == How.ONE_OF && values.containsAll(other.values)
                    : other.how == How.ONE_OF ? other.values.stream().noneMatch(values::contains) : other.values.containsAll(values);
        }
        Range mine = Range.of(this);
        Range others = Range.of(other);
        if (others != null && (mine != null || how == How.KNOWN)) {
            return mine == null || mine.includes(others);
        }
        return how == other.how && switch (how) {
            case SAID, ON_LIST -> values.containsAll(other.values);
            case NOT_SAID, NOT_ON_LIST -> other.values.containsAll(values);
            default -> false;
        };
    }

    /** @param word a word, or {@code true} or {@code false}; only for conditions of words and flags */
    boolean holdsFor(String word) {
        return switch (how) {
            case ANY -> true;
            case ONE_OF -> values.contains(word);
            case NONE_OF -> !values.contains(word);
            case YES -> word.equals("true");
            case NO -> word.equals("false");
            default -> false;
        };
    }

    /** Numbers from one end to the other. */
    private record Range(BigDecimal low, boolean withLow, BigDecimal high, boolean withHigh) {

        static Range of(Condition condition) {
            List<BigDecimal> ends = condition.how == How.FORMULA ? List.of() : condition.values.stream()
                    .filter(value -> PLAIN_NUMBER.matcher(value).matches()).map(BigDecimal::new).toList();
            return switch (condition.how) {
                case EQUAL -> ends.isEmpty() ? null : new Range(ends.get(0), true, ends.get(0), true);
                case MORE -> new Range(ends.get(0), false, null, false);
                case AT_LEAST -> new Range(ends.get(0), true, null, false);
                case LESS -> new Range(null, false, ends.get(0), false);
                case AT_MOST -> new Range(null, false, ends.get(0), true);
                case BETWEEN -> new Range(ends.get(0), true, ends.get(1), true);
                default -> null;
            };
        }

        boolean includes(Range other) {
            return reaches(low, withLow, other.low, other.withLow, 1) && reaches(high, withHigh, other.high, other.withHigh, -1);
        }

        /** @param side 1 for the lower end, -1 for the upper one */
        private static boolean reaches(BigDecimal end, boolean with, BigDecimal others, boolean withOthers, int side) {
            if (end == null) {
                return true;
            }
            int order = others == null ? -1 : others.compareTo(end) * side;
            return order > 0 || order == 0 && (with || !withOthers);
        }

        boolean meets(Range other) {
            return !before(other) && !other.before(this);
        }

        private boolean before(Range other) {
            if (high == null || other.low == null) {
                return false;
            }
            int order = high.compareTo(other.low);
            return order < 0 || order == 0 && !(withHigh && other.withLow);
        }
    }
}
