package org.complaintdesk.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.platform.DeskSecret;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class PrivateLinksTests {

    @Autowired PrivateLinks links;
    @Autowired DeskSecret secret;
    @Autowired TrackingProperties settings;
    @Autowired CaseDriver desk;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void every_message_of_a_case_carries_the_same_unguessable_link() {
        String number = desk.arrives(CaseDriver.somethingBroken()).value();
        String other = desk.arrives(CaseDriver.somethingBroken()).value();

        URI link = links.of(number).orElseThrow();
        assertThat(link.toString()).matches("http://localhost:8080/track/[A-Za-z0-9_-]{22}").isEqualTo(links.of(number).orElseThrow().toString());
        assertThat(link).isNotEqualTo(links.of(other).orElseThrow());
        assertThat(links.find(token(link))).get().extracting(PrivateLink::caseNumber).isEqualTo(number);
    }

    @Test
    void the_token_itself_is_kept_nowhere() {
        String token = token(links.of(desk.arrives(CaseDriver.somethingBroken()).value()).orElseThrow());
        assertThat(jdbc.sql("select count(*) from private_link l where cast(l as text) like ?").param("%" + token + "%")
                .query(Long.class).single()).isZero();
    }

    @Test
    void a_link_read_where_nothing_may_be_written_is_good_all_the_same() {
        String number = desk.arrives(CaseDriver.somethingBroken()).value();
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);

        URI link = reading.execute(status -> links.of(number).orElseThrow());
        assertThat(links.find(token(link))).isPresent();
    }

    @Test
    void reviews_have_no_page_of_their_own() {
        assertThat(links.of("R-20261121-000001")).isEmpty();
    }

    @Test
    void link_ends_some_time_after_the_case_and_can_be_renewed_once_at_a_time() {
        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());
        Instant now = clock.instant();
        PrivateLink first = links.find(links.token(number.value())).orElseThrow();
        assertThat(first.isGood(null, settings, now)).isTrue();
        assertThat(first.isGood(now.minus(Duration.ofDays(89)), settings, now)).isTrue();
        assertThat(first.isGood(now.minus(Duration.ofDays(91)), settings, now)).isFalse();

        assertThat(links.renew(first)).isTrue();
        assertThat(links.renew(first)).as("at the same moment by another").isFalse();

        PrivateLink second = links.newest(first.caseNumber());
        assertThat(second.isGood(now.minus(Duration.ofDays(91)), settings, clock.instant())).isTrue();
        assertThat(second.isGood(now.minus(Duration.ofDays(91)), settings, now.plus(Duration.ofDays(31)))).isFalse();
        PrivateLink replaced = links.find(tokenOfFirst(number)).orElseThrow();
        assertThat(replaced.isGood(null, settings, clock.instant())).as("the old one, whatever becomes of the case").isFalse();
    }

    private String tokenOfFirst(ComplaintNumber number) {
        return secret.sign("track", number + "|1");
    }

    private static String token(URI link) {
        return link.getPath().substring("/track/".length());
    }
}
