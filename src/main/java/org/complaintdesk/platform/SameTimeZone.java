package org.complaintdesk.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Objects;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a node out whose JVM is in another time zone than the desk was. The engine writes the moments of timers and locks as
 * the wall clock of its JVM shows them: a node elsewhere would take all of them for hours earlier or later, fire every timer
 * wrongly and take jobs out of the other nodes' hands. The first node writes its zone down.
 */
@Component
class SameTimeZone extends AbstractProcessEnginePlugin {

    static final String PROPERTY = "complaintdesk.time-zone";

    private final DataSource database;

    SameTimeZone(DataSource database) {
        this.database = database;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        check(ZoneId.systemDefault());
    }

    /** @throws CannotStart when times in that zone are not those of the desk */
    void check(ZoneId own) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into act_ge_property (name_, value_, rev_) values (?, ?, 1) on conflict do nothing")
                .params(PROPERTY, own.getId()).update();
        String kept = jdbc.sql("select value_ from act_ge_property where name_ = ?").param(PROPERTY).query(String.class).single();
        if (!alike(own.getRules(), ZoneId.of(kept).getRules(), Instant.now())) {
            throw new CannotStart(("This node's time zone is %s; the desk's timers are kept in %s, and would all be wrong here. "
                    + "Start it with TZ=%s in the environment, or with java -Duser.timezone=%s.").formatted(own, kept, kept, kept));
        }
    }

    private static boolean alike(ZoneRules one, ZoneRules other, Instant now) {
        return one.getOffset(now).equals(other.getOffset(now)) && Objects.equals(one.nextTransition(now), other.nextTransition(now));
    }
}
