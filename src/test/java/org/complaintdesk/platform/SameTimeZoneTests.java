package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.complaintdesk.support.SharedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SameTimeZoneTests {

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final SameTimeZone zones = new SameTimeZone(database);

    @BeforeEach
    void engine_without_a_zone() {
        database.setUrl(SharedPostgres.get().getJdbcUrl("postgres", "postgres"));
        JdbcClient.create(database).sql("create schema zones").update();
        database.setCurrentSchema("zones");
        JdbcClient.create(database).sql("create table act_ge_property (name_ varchar(64) primary key, value_ varchar(300), rev_ integer)").update();
    }

    @AfterEach
    void leave() {
        JdbcClient.create(database).sql("drop schema zones cascade").update();
    }

    @Test
    void first_node_says_the_zone_and_others_that_show_the_same_time_come_in() {
        zones.check(ZoneId.of("Asia/Shanghai"));

        assertThatCode(() -> zones.check(ZoneId.of("Asia/Shanghai"))).doesNotThrowAnyException();
        assertThatCode(() -> zones.check(ZoneId.of("GMT+08:00"))).doesNotThrowAnyException();
    }

    @Test
    void node_that_would_read_every_timer_hours_off_does_not_start() {
        zones.check(ZoneId.of("Etc/UTC"));

        assertThatThrownBy(() -> zones.check(ZoneId.of("Asia/Shanghai"))).isInstanceOf(CannotStart.class)
                .hasMessageContaining("Asia/Shanghai").hasMessageContaining("TZ=Etc/UTC");
    }

    @Test
    void same_time_only_until_the_clocks_change_is_not_the_same_zone() {
        zones.check(ZoneId.of("Europe/London"));

        assertThatThrownBy(() -> zones.check(ZoneId.of("Atlantic/Reykjavik"))).isInstanceOf(CannotStart.class);
    }
}
