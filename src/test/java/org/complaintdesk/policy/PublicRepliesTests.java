package org.complaintdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class PublicRepliesTests {

    @Autowired
    private PublicReplies replies;

    @ParameterizedTest
    @EnumSource
    void every_platform_has_a_time_limit_a_length_and_a_dated_source(Channel platform) {
        PublicReply reply = replies.of(platform.name());

        assertThat(reply.longest()).isBetween(50, 2000);
        assertThat(reply.within()).isBetween(Duration.ofDays(1), Duration.ofDays(365));
        assertThat(reply.source()).isNotBlank();
    }

    @Test
    void tmall_allows_an_explanation_for_thirty_days() {
        assertThat(replies.of("TMALL").within()).isEqualTo(Duration.ofDays(30));
        assertThat(replies.of("TMALL").longest()).isEqualTo(500);
        assertThat(replies.of("TMALL").source()).contains("2026-08");
    }

    @Test
    void an_unknown_platform_falls_back_to_thirty_days() {
        assertThat(replies.of(null).within()).isEqualTo(Duration.ofDays(30));
        assertThat(replies.of("ELSEWHERE").within()).isEqualTo(Duration.ofDays(30));
    }
}
