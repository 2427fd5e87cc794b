package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How passwords are kept, and which are taken. */
@DeskTest
class PasswordTests {

    private static final String GOOD = "alter-Nebel trinkt Kaffee";

    @Autowired IdentityService identity;
    @Autowired ProcessEngineConfigurationImpl engine;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private User person;
    private Visitor program;

    @BeforeEach
    void as_installed() {
        person = identity.newUser("pw" + UUID.randomUUID().toString().substring(0, 8));
        person.setFirstName("晓燕");
        person.setLastName("Zhang");
        person.setEmail("xiaoyan.zhang@shop.example");
        program = new Visitor(port, "2001:dba:1:" + (int) (Math.random() * 9999) + "::1");
        engine.setEnablePasswordPolicy(true);
    }

    @AfterEach
    void as_in_tests() {
        engine.setEnablePasswordPolicy(false);
        identity.deleteUser(person.getId());
    }

    @Test
    void a_password_is_kept_as_argon2id_with_the_parameters_in_it() {
        save(GOOD);

        assertThat(hash()).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(255);
    }

    @Test
    void a_hash_of_before_still_opens_and_is_replaced_when_it_does() throws Exception {
        save(GOOD);
        String salt = jdbc.sql("select salt_ from act_id_user where id_ = ?").param(person.getId()).query(String.class).single();
        String old = "{SHA-512}" + new Sha512HashDigest().encrypt("demo" + salt);
        jdbc.sql("update act_id_user set pwd_ = ? where id_ = ?").params(old, person.getId()).update();

        assertThat(program.basic("/engine-rest/engine", person.getId(), "wrong").statusCode()).isEqualTo(401);
        assertThat(hash()).isEqualTo(old);
        assertThat(program.basic("/engine-rest/engine", person.getId(), "demo").statusCode()).isEqualTo(200);
        assertThat(hash()).startsWith("{argon2id}");
        assertThat(identity.checkPassword(person.getId(), "demo")).isTrue();
    }

    @Test
    void a_changed_password_counts_at_once_although_the_old_one_is_remembered() throws Exception {
        save(GOOD);
        assertThat(program.basic("/engine-rest/engine", person.getId(), GOOD).statusCode()).isEqualTo(200);

        User changed = identity.createUserQuery().userId(person.getId()).singleResult();
        changed.setPassword("grauer-Hut singt leise Lieder");
        identity.saveUser(changed);

        assertThat(program.basic("/engine-rest/engine", person.getId(), GOOD).statusCode()).isEqualTo(401);
        assertThat(program.basic("/engine-rest/engine", person.getId(), "grauer-Hut singt leise Lieder").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "kurz-Aber7!", "password1234", "Password2026!", "123456789012", "qwertyuiop[]", "aaaaaaaaaaaaaa",
            "woaini1314520", "abcdefghijkl", "complaintdesk1", "20261122120000", "my name is Zhang, ok", "晓燕今天吃了一碗热干面和豆浆",
            "xiaoyan.zhang and friends", "P@ssw0rd1234", "iloveyou1234"})
    void what_is_short_or_personal_or_easily_guessed_is_refused_in_words(String password) {
        assertThatThrownBy(() -> save(password)).isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("至少 12 个字符").hasMessageContaining("容易被猜到");
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "a-password-of-ours", "correct horse battery staple", "今天下班路上买了三斤橘子", "xK9#mQ2vL8pZ", "tongling-liushu-dahai-baishan"})
    void what_is_long_and_nobodys_is_taken(String password) {
        save(password);

        assertThat(identity.checkPassword(person.getId(), password)).isTrue();
    }

    @Test
    void admin_can_show_which_rule_is_broken() throws Exception {
        assertThat(program.get("/camunda/api/engine/engine/default/identity/password-policy").body()).contains("PASSWORD_POLICY_LENGTH").contains("\"minLength\":\"12\"").contains("PASSWORD_POLICY_USER_DATA")
                .contains("不能是容易被猜到的常见密码");
    }

    @Test
    void a_user_without_a_password_has_none_that_fits() {
        identity.saveUser(person);

        assertThat(identity.checkPassword(person.getId(), "")).isFalse();
        assertThat(identity.checkPassword(person.getId(), null)).isFalse();
        assertThat(identity.checkPassword(person.getId(), "x")).isFalse();
    }

    private void save(String password) {
        person.setPassword(password);
        identity.saveUser(person);
    }

    private String hash() {
        return jdbc.sql("select pwd_ from act_id_user where id_ = ?").param(person.getId()).query(String.class).single();
    }
}
