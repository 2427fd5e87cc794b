package org.complaintdesk.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class WordListsTests {

    private static final String INJURY = "review-injury";

    @Autowired WordLists lists;
    @Autowired DefaultLists defaults;
    @Autowired WordStore store;
    @Autowired WordLines lines;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void nobody_has_changed_anything() {
        jdbc.sql("delete from word_list").update();
        lists.changed();
    }

    @Test
    void lists_that_the_application_brings_could_have_been_typed_by_a_supervisor() {
        assertThat(defaults.lists().values()).isNotEmpty().allSatisfy(list ->
                assertThat(lines.read(String.join("\n", list.lines()))).as(list.name()).isEqualTo(list.lines()));
    }

    @Test
    void no_word_is_swallowed_by_an_exception_of_its_own_list() {
        defaults.lists().values().forEach(list -> {
            PlainWords words = PlainWords.of(list.lines());
            assertThat(words.words()).as(list.name()).allSatisfy(word ->
                    assertThat(words.firstIn(String.join("", word.parts()))).as(word.line()).isPresent());
        });
    }

    @Test
    void lists_with_a_word_in_the_text_are_named_in_the_order_asked_for() {
        assertThat(lists.hits("客服不理人，用了還過敏", List.of("review-service", "review-price", INJURY)))
                .containsExactly("review-service", INJURY);
        assertThat(lists.firstWord("用了還過敏", INJURY)).contains("过敏");
        assertThat(lists.hits(null, lists.named("review-triage"))).isEmpty();
    }

    @Test
    void words_and_exceptions_are_told_apart() {
        assertThat(lists.words(INJURY)).contains("过敏").noneMatch(word -> word.startsWith("-"));
        assertThat(lists.exceptions(INJURY)).contains("没有过敏").noneMatch(word -> word.startsWith("-"));
    }

    @Test
    void a_list_that_does_not_exist_is_a_mistake_in_the_program() {
        assertThatIllegalArgumentException().isThrownBy(() -> lists.words("no-such-list"));
        assertThat(lists.named("no-such-group")).isEmpty();
    }

    @Test
    void what_another_node_saved_is_in_force_within_seconds() {
        assertThat(lists.hits("夹到手", List.of(INJURY))).isEmpty();

        store.add(INJURY, 1, List.of("夹到手"), "somebody");

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() ->
                assertThat(lists.hits("夹到手", List.of(INJURY))).containsExactly(INJURY));
    }

    @Test
    void a_change_of_a_list_that_is_gone_harms_nobody() {
        store.add("a-list-of-an-older-version", 1, List.of("坏"), "somebody");
        lists.changed();

        assertThat(lists.words(INJURY)).isNotEmpty();
    }
}
