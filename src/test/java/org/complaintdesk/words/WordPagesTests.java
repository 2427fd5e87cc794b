package org.complaintdesk.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class WordPagesTests {

    private static final String LIST = "review-injury";
    private static final RequestPostProcessor SUE = httpBasic("wordsue", "demo");
    private static final RequestPostProcessor MAX = httpBasic("wordmax", "demo");
    private static final RequestPostProcessor AMY = httpBasic("wordamy", "demo");

    @Autowired MockMvc mvc;
    @Autowired WordLists lists;
    @Autowired DefaultLists defaults;
    @Autowired WordStore store;
    @Autowired JdbcClient jdbc;
    @Autowired IdentityService identity;

    @BeforeEach
    void people() {
        person("wordsue", "Sue", "supervisors");
        person("wordmax", "Max", "managers");
        person("wordamy", "Amy", "agents");
    }

    @AfterEach
    void nobody_has_changed_anything() {
        jdbc.sql("delete from word_list").update();
        lists.changed();
    }

    @Test
    void everybody_signed_in_reads_the_lists() throws Exception {
        mvc.perform(get("/policy")).andExpect(status().isUnauthorized());
        mvc.perform(get("/policy").with(AMY)).andExpect(redirectedUrl("/policy/words"));
        mvc.perform(get("/policy/words").with(AMY)).andExpect(status().isOk())
                .andExpect(content().string(containsString(defaults.lists().get(LIST).title())));
        mvc.perform(get("/policy/words/" + LIST).with(AMY)).andExpect(status().isOk())
                .andExpect(content().string(containsString(defaults.lists().get(LIST).lines().get(0))))
                .andExpect(content().string(containsString("只有主管、经理和管理员可以修改词表")))
                .andExpect(content().string(not(containsString("<textarea"))));
        mvc.perform(get("/policy/words/no-such-list").with(AMY)).andExpect(status().isNotFound());
    }

    @Test
    void supervisor_changes_a_list_and_it_is_in_force_at_once() throws Exception {
        change(SUE, 0, "夹到手\n  \n 被咬了 ").andExpect(redirectedUrl("/policy/words/" + LIST + "?saved"));

        assertThat(lists.words(LIST)).containsExactly("夹到手", "被咬了");
        assertThat(lists.hits("小心夾到手！", List.of(LIST))).containsExactly(LIST);
        mvc.perform(get("/policy/words").with(AMY)).andExpect(content().string(containsString("Sue 于")));
        mvc.perform(get("/policy/words/" + LIST).with(AMY)).andExpect(content().string(containsString("<ins>夹到手</ins>")))
                .andExpect(content().string(containsString("<del>" + defaults.lists().get(LIST).lines().get(0) + "</del>")));
    }

    @Test
    void manager_takes_the_default_back_and_nothing_is_forgotten() throws Exception {
        change(SUE, 0, "夹到手");
        mvc.perform(post("/policy/words/" + LIST + "/default").with(MAX).with(csrf()).param("opened", "1"))
                .andExpect(redirectedUrl("/policy/words/" + LIST + "?saved"));

        assertThat(lists.words(LIST)).doesNotContain("夹到手");
        assertThat(store.of(LIST, 9)).extracting(WordChange::who).containsExactly("wordmax", "wordsue");
        mvc.perform(get("/policy/words/" + LIST).with(SUE)).andExpect(content().string(containsString("与默认相同")))
                .andExpect(content().string(containsString("<ins>夹到手</ins>")));
        mvc.perform(get("/policy/words/" + LIST).param("revision", "1").with(SUE))
                .andExpect(content().string(containsString(">夹到手</textarea>")));
        mvc.perform(get("/policy/words/" + LIST).param("revision", "7").with(SUE)).andExpect(status().isNotFound());
    }

    @Test
    void two_editors_do_not_overwrite_each_other() throws Exception {
        change(SUE, 0, "夹到手");

        change(MAX, 0, "被咬了").andExpect(status().isOk())
                .andExpect(content().string(containsString("Sue 在"))).andExpect(content().string(containsString("还没有保存")))
                .andExpect(content().string(containsString(">被咬了</textarea>")));
        assertThat(lists.words(LIST)).containsExactly("夹到手");

        change(MAX, 1, "夹到手\n被咬了").andExpect(status().is3xxRedirection());
        assertThat(lists.words(LIST)).containsExactly("夹到手", "被咬了");
    }

    @Test
    void an_editor_who_is_sent_back_for_a_mistake_still_does_not_overwrite() throws Exception {
        change(SUE, 0, "夹到手");

        change(MAX, 0, "").andExpect(content().string(containsString("name=\"opened\" value=\"0\"")));
    }

    @Test
    void the_same_words_make_no_new_revision_and_the_default_words_are_the_default() throws Exception {
        change(SUE, 0, String.join("\r\n", defaults.lists().get(LIST).lines()));
        assertThat(store.of(LIST, 9)).isEmpty();

        change(SUE, 0, "夹到手");
        change(SUE, 1, String.join("\r\n", defaults.lists().get(LIST).lines()));
        assertThat(store.of(LIST, 9)).extracting(WordChange::isReset).containsExactly(true, false);
    }

    @Test
    void a_revision_that_was_never_made_is_no_reason_to_fail() throws Exception {
        change(SUE, 5, "夹到手").andExpect(status().isOk()).andExpect(content().string(containsString("刚才已被改动")))
                .andExpect(content().string(containsString("name=\"opened\" value=\"0\"")));
    }

    static Stream<Arguments> mistakes() {
        String tooMany = IntStream.rangeClosed(0, WordLines.MOST).mapToObj(i -> "词" + i).collect(Collectors.joining("\n"));
        return Stream.of(Arguments.of(" \n\n ", "至少要有一个词"), Arguments.of("-没坏", "至少要有一个词"),
                Arguments.of("坏\n" + "很".repeat(41), "第 2 行"), Arguments.of("Broken\n\n坏\nＢＲＯＫＥＮ", "第 4 行“ＢＲＯＫＥＮ”与第 1 行相同"),
                Arguments.of("坏\u0007了", "坏□了"), Arguments.of("坏\u200B了", "看不见的字符"), Arguments.of("坏\t了", "看不见的字符"),
                Arguments.of("坏、破", "每行只写一个词"),
                Arguments.of("坏，破", "每行只写一个词"), Arguments.of("坏,破", "每行只写一个词"), Arguments.of("坏；破", "每行只写一个词"), Arguments.of("快递…", "不完整"), Arguments.of("坏\n-", "不完整"),
                Arguments.of(tooMany, "最多 1,000 行"), Arguments.of("\uD83D", "看不见的字符"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void what_is_no_proper_list_is_refused_with_the_reason_and_kept_in_the_box(String words, String message) throws Exception {
        change(SUE, 0, words).andExpect(status().isOk()).andExpect(content().string(containsString(message)));
        assertThat(store.of(LIST, 9)).isEmpty();
    }

    @Test
    void only_supervisors_and_managers_change_lists() throws Exception {
        change(AMY, 0, "夹到手").andExpect(status().isForbidden());
        mvc.perform(post("/policy/words/" + LIST + "/default").with(AMY).with(csrf()).param("opened", "0"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/policy/words/" + LIST).with(SUE).param("opened", "0").param("words", "夹到手"))
                .andExpect(status().isForbidden());
        assertThat(store.of(LIST, 9)).isEmpty();
    }

    @Test
    void anybody_tries_a_text_out() throws Exception {
        change(SUE, 0, "夹到手");

        mvc.perform(post("/policy/words/trial").with(AMY).with(csrf()).param("text", "<b>昨天夾到手了</b>")).andExpect(status().isOk())
                .andExpect(content().string(containsString("命中的词：夹到手")))
                .andExpect(content().string(containsString("&lt;b&gt;昨天夾到手了")));
        mvc.perform(post("/policy/words/trial").with(AMY).with(csrf()).param("text", "亲，好评返xian五元"))
                .andExpect(content().string(containsString("合规检查结果"))).andExpect(content().string(containsString("不可发出")))
                .andExpect(content().string(containsString("“好评返xian五元”")));
        mvc.perform(post("/policy/words/trial").with(AMY).with(csrf()).param("text", "感谢您的反馈"))
                .andExpect(content().string(containsString("可以发出")));
        mvc.perform(post("/policy/words/trial").with(AMY).with(csrf()).param("text", "zzz"))
                .andExpect(content().string(containsString("没有命中任何词表")));
        mvc.perform(post("/policy/words/trial").with(AMY).with(csrf()).param("text", " \u0000 "))
                .andExpect(content().string(containsString("请先输入")));
        mvc.perform(post("/policy/words/trial").with(AMY).with(csrf()).param("text", "长".repeat(5001)))
                .andExpect(content().string(containsString("5,001")));
    }

    @Test
    void what_is_written_into_a_list_is_shown_and_never_run() throws Exception {
        change(SUE, 0, "</textarea><script>x</script>");

        mvc.perform(get("/policy/words/" + LIST).with(SUE)).andExpect(content().string(not(containsString("<script>"))));
    }

    private ResultActions change(RequestPostProcessor who, int opened, String words) throws Exception {
        return mvc.perform(post("/policy/words/" + LIST).with(who).with(csrf())
                .param("opened", String.valueOf(opened)).param("words", words));
    }

    private void person(String id, String name, String group) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setFirstName(name);
            user.setPassword("demo");
            identity.saveUser(user);
            identity.createMembership(id, group);
        }
    }
}
