package org.complaintdesk.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTests {

    static Stream<Path> tables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes/policy"))) {
            return files.sorted().toList().stream();
        }
    }

    private static Sheet sheet(Path file) throws IOException {
        return TableXml.read(Files.readAllBytes(file), file.getFileName().toString().replace(".dmn", ""), Map.of());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_condition_of_the_softwares_tables_says_the_same_when_it_is_written_again(Path file) throws IOException {
        for (Rule rule : sheet(file).rules()) {
            for (String cell : rule.in()) {
                String written = Condition.of(cell).cell();
                assertThat(written.replaceAll("\\s", "")).isEqualTo(cell.replaceAll("\\s", ""));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_written_with_its_own_rows_is_the_same_table(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Sheet sheet = sheet(file);
        assertThat(TableXml.read(TableXml.write(content, sheet.id(), sheet.rules()), sheet.id(), Map.of())).isEqualTo(sheet);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {"`` ~ ANY", "- ~ ANY", "\"P1\" ~ ONE_OF", "\"P1\", \"P2\" ~ ONE_OF", "not(\"P1\",\"P2\") ~ NONE_OF",
            "100 ~ EQUAL", "> 100 ~ MORE", ">=0.5 ~ AT_LEAST", "< 7 ~ LESS", "<= 7 ~ AT_MOST", "[0..100] ~ BETWEEN", "true ~ YES",
            "false ~ NO", "null ~ UNKNOWN", "not(null) ~ KNOWN", "> orderAmount ~ FORMULA", "matches(?, \"坏|碎\") ~ SAID",
            "not(matches(?, \"坏\")) ~ NOT_SAID", "list contains(?, \"a\") or list contains(?, \"b\") ~ ON_LIST",
            "not(list contains(?, \"a\")) ~ NOT_ON_LIST", "]0..100] ~ FORMULA", "not(> 100) ~ FORMULA"})
    void people_see_conditions_not_feel(String cell, Condition.How how) {
        assertThat(Condition.of(cell == null ? "" : cell).how()).isEqualTo(how);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"> 100 ~ > 200", ">= 100 ~ > 100", "> 100 ~ [101..200]", "[0..100] ~ 50", "not(null) ~ > 3",
            "\"P1\",\"P2\" ~ \"P2\"", "not(\"P1\") ~ \"P2\"", "not(\"P1\") ~ not(\"P1\",\"P2\")", "matches(?, \"坏|碎\") ~ matches(?, \"碎\")",
            "not(matches(?, \"坏\")) ~ not(matches(?, \"坏|碎\"))"})
    void one_condition_covers_another(String wide, String narrow) {
        assertThat(Condition.of(wide).covers(Condition.of(narrow))).isTrue();
        assertThat(Condition.of(narrow).covers(Condition.of(wide))).isFalse();
        assertThat(Condition.of(wide).mayMeet(Condition.of(narrow))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"> 100 ~ <= 100", "[0..100] ~ > 100", "\"P1\" ~ \"P2\"", "not(\"P1\") ~ \"P1\"", "true ~ false",
            "null ~ not(null)", "null ~ > 3", "matches(?, \"坏\") ~ not(matches(?, \"坏|碎\"))"})
    void conditions_exclude_each_other(String one, String other) {
        assertThat(Condition.of(one).mayMeet(Condition.of(other))).isFalse();
        assertThat(Condition.of(other).mayMeet(Condition.of(one))).isFalse();
    }

    @Test
    void a_condition_without_its_value_stays_one_until_it_is_entered() {
        Condition chosen = new Condition(Condition.How.BETWEEN, List.of("5"));
        assertThat(chosen.isMissing()).isTrue();
        assertThat(Condition.of(chosen.cell())).isEqualTo(new Condition(Condition.How.BETWEEN, List.of()));
    }

    @Test
    void bars_in_brackets_are_no_alternatives_of_the_whole() {
        assertThat(Alternatives.of("坏(了|掉)|[|]x|a\\|b")).containsExactly("坏(了|掉)", "[|]x", "a\\|b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"他说\"好\"", "a\\d+", "一行\n两行", "\\n"})
    void what_is_quoted_is_read_as_it_was(String text) {
        assertThat(Feel.word(Feel.quoted(text))).contains(text);
    }

    @Test
    void a_row_behind_one_that_takes_everything_never_applies() {
        List<List<Condition>> rows = rows("> 100|\"P1\"", "|\"P1\"", "> 200|\"P1\"");
        assertThat(Rows.coverOf(rows, 1)).isEmpty();
        assertThat(Rows.coverOf(rows, 2)).contains(0);
        assertThat(Rows.meets(rows("|\"P1\"", "|\"P2\""), 1)).isEmpty();
        assertThat(Rows.meets(rows("|\"P1\"", "5|"), 1)).contains(0);
    }

    @Test
    void a_situation_without_a_row_is_named() {
        List<List<String>> words = List.of(List.of(), List.of("P1", "P2"));
        assertThat(Rows.gap(rows("|\"P1\"", "|\"P2\""), words)).isEmpty();
        assertThat(Rows.gap(rows("> 5|\"P2\"", "|\"P1\""), words)).contains(List.of("", "P2"));
        assertThat(Rows.gap(rows("> 5|"), words)).isEqualTo(Optional.of(List.of("", "")));
        assertThat(Rows.gap(rows("> 5|", "|"), words)).isEmpty();
    }

    private static List<List<Condition>> rows(String... rows) {
        return Stream.of(rows).map(row -> Stream.of(row.split("\\|", -1)).map(Condition::of).toList()).toList();
    }

    @Test
    void two_drafts_meet_row_by_row() {
        List<Rule> base = List.of(rule("a", "1"), rule("b", "1"), rule("c", "1"), rule("d", "1"));
        List<Rule> mine = List.of(rule("a", "2"), rule("new", "9"), rule("c", "5"), rule("b", "1"));
        List<Rule> theirs = List.of(rule("a", "1"), rule("b", "3"), rule("c", "4"), rule("d", "1"), rule("e", "7"));

        Merge merge = Merge.of(base, mine, theirs);

        assertThat(merge.rules()).containsExactly(rule("a", "2"), rule("new", "9"), rule("c", "5"), rule("b", "3"), rule("e", "7"));
        assertThat(merge.clashes()).containsExactly("c");
    }

    @Test
    void a_comparison_names_what_was_added_changed_moved_and_removed() throws IOException {
        Sheet before = sheet(Path.of("processes/policy/authority.dmn")).with(List.of(rule("a", "1"), rule("b", "1"), rule("c", "1"), rule("d", "1")));
        Sheet after = before.with(List.of(rule("b", "1"), rule("c", "2"), rule("x", "1"), rule("a", "1")));

        assertThat(Comparison.of(before, after).lines()).extracting(line -> line.kind() + " " + line.before() + " " + line.after())
                .containsExactly("CHANGED 3 2", "ADDED 0 3", "MOVED 1 4", "REMOVED 4 0");
    }

    private static Rule rule(String id, String amount) {
        return new Rule(id, "", List.of("", amount, "", ""), List.of("\"APPROVAL\"", "\"x\""));
    }
}
