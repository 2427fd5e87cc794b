package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class DeskSecretTests {

    @Autowired DeskSecret secret;
    @Autowired JdbcClient jdbc;

    @Test
    void what_was_signed_is_known_again() {
        String mac = secret.sign("track", "C-20261121-000042|1");
        assertThat(mac).hasSize(22).matches("[A-Za-z0-9_-]+").isEqualTo(secret.sign("track", "C-20261121-000042|1"));
        assertThat(secret.verify("track", "C-20261121-000042|1", mac)).isTrue();
    }

    @Test
    void a_signature_is_good_for_one_text_and_one_purpose_only() {
        String mac = secret.sign("track", "C-20261121-000042|1");
        assertThat(secret.verify("track", "C-20261121-000042|2", mac)).isFalse();
        assertThat(secret.verify("confirm", "C-20261121-000042|1", mac)).isFalse();
        assertThat(secret.verify("track", "C-20261121-000042|1", null)).isFalse();
        assertThat(secret.verify("track", "C-20261121-000042|1", mac.substring(1))).isFalse();
    }

    @Test
    void every_node_signs_alike() {
        DeskSecret otherNode = new DeskSecret(new SecretProperties(null), jdbc);
        assertThat(otherNode.sign("track", "x")).isEqualTo(secret.sign("track", "x"));
    }

    @Test
    void a_configured_secret_takes_precedence_and_is_never_shown() {
        SecretProperties configured = new SecretProperties("0123456789abcdef0123456789abcdef");
        assertThat(new DeskSecret(configured, jdbc).sign("track", "x")).isNotEqualTo(secret.sign("track", "x"));
        assertThat(configured.toString()).doesNotContain("0123456789abcdef");
    }
}
