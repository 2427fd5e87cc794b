package org.complaintdesk.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists that people look at again: everybody's own, and those that supervisors and managers share with everybody. */
@Component
@Transactional
class SavedViews {

    private static final int NAME_LENGTH = 60;
    private static final int FILTER_LENGTH = 1_000;
    private static final int MOST = 30;

    private final JdbcClient jdbc;
    private final Staff staff;
    private final Wording wording;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Staff staff, Wording wording, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.wording = wording;
        this.clock = clock;
    }

    /** @return the person's own and the shared ones of a list, by name */
    @Transactional(readOnly = true)
    List<SavedView> of(String list, String who) {
        return jdbc.sql("select * from saved_view where list = :list and (owner = :who or shared) order by shared desc, name, id limit 100")
                .param("list", name(list)).param("who", who).query((row, index) -> new SavedView(row.getLong("id"), row.getString("owner"),
                        row.getString("name"), row.getString("filter"), row.getBoolean("shared"), list)).list();
    }

    /**
     * Keeps what a list shows under a name; the same name again is the same view, changed.
     *
     * @param shared taken for true only from supervisors and managers
     * @throws InvalidInput naming the view's name, when it is missing or too long or there are too many views
     */
    void save(ListFilter filter, String name, boolean shared, String who) {
        String called = CleanText.of(name);
        if (called == null) {
            throw wording.invalid("viewName", "input.missing");
        }
        if (called.length() > NAME_LENGTH || filter.text().length() > FILTER_LENGTH) {
            throw wording.invalid("viewName", "input.too-long", NAME_LENGTH, called.length());
        }
        String list = name(filter.path());
        int own = jdbc.sql("select count(*) from saved_view where owner = ? and list = ? and name <> ?").params(who, list, called)
                .query(Integer.class).single();
        if (own >= MOST) {
            throw wording.invalid("viewName", "views.too-many", MOST);
        }
        jdbc.sql("""
                        insert into saved_view (owner, list, name, filter, shared, created_at) values (?, ?, ?, ?, ?, ?)
                        on conflict on constraint saved_view_once do update set filter = excluded.filter, shared = excluded.shared""")
                .params(who, list, called, filter.text(), shared && staff.oversees(who),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
    }

    /** Forgets a view of one's own, or, for supervisors and managers, a shared one; nothing happens to any other. */
    void forget(long id, String who) {
        jdbc.sql("delete from saved_view where id = ? and (owner = ? or shared and ?)").params(id, who, staff.oversees(who)).update();
    }

    private static String name(String path) {
        return path.equals("/reviews") ? "REVIEWS" : "CASES";
    }
}
