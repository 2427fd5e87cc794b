package org.complaintdesk.deadline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The holidays published on the page. Rows are only ever added; the latest one of a year counts. */
@Component
class HolidayStore {

    private final JdbcClient jdbc;

    HolidayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Published(String content, String by, Instant at) {
    }

    /** @return grows with each publication */
    long count() {
        return jdbc.sql("select count(*) from holiday_year").query(Long.class).single();
    }

    List<Published> latest() {
        return jdbc.sql("select distinct on (year) * from holiday_year order by year, id desc")
                .query((row, index) -> new Published(row.getString("content"), row.getString("who"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())).list();
    }

    void add(int year, String content, String by, Instant at) {
        jdbc.sql("insert into holiday_year (year, content, who, recorded_at) values (?, ?, ?, ?)")
                .params(year, content, by, ClockStore.utc(at)).update();
    }
}
