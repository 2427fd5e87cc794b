package org.complaintdesk.identity;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.complaintdesk.platform.Sha256;
import org.complaintdesk.platform.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives flows that began before their shop was in the settings, or before there were shops, the tenant they would begin
 * with today, and takes it from those whose shop has left the settings.
 */
@Component
class InstanceShops {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceShops.class);

    /** A property of the engine: the shops that finished flows were last compared with, as a digest, as it has 300 characters. */
    private static final String COMPARED = "desk.finished-flows-compared-with-shops";
    private static final int AT_ONCE = 2_000;

    /** The shop of the flow {@code x}, by what its business key names: a case, a message of one, or a mail. */
    private static final String SHOP_BY_KEY = """
             left join case_shop k on k.number = x.business_key_
             left join customer_update u on u.update_key = x.business_key_
             left join case_shop uk on uk.number = u.case_number
             left join inbound_mail m on m.id = substring(x.business_key_ from '^mail-([0-9]{1,18})$')::bigint
            """;
    private static final String WANTED = """
            (select s from unnest(cast(:shops as text[])) s where s = coalesce(k.shop, uk.shop, m.shop))""";

    private static final String RUNNING_ROOTS = """
            update act_ru_execution set tenant_id_ = wanted.shop
              from (select x.id_ as flow, %s as shop from act_ru_execution x %s where x.id_ = x.root_proc_inst_id_ and %%s) wanted
             where id_ = wanted.flow and tenant_id_ is distinct from wanted.shop""".formatted(WANTED, SHOP_BY_KEY);
    /** Longer than nodes with other settings are left running beside this one. */
    private static final String BEGUN_LATELY =
            "x.id_ in (select h.id_ from act_hi_procinst h where h.start_time_ > localtimestamp - interval '2 days')";

    private static final String CALLED = """
            update act_ru_execution called set tenant_id_ = root.tenant_id_ from act_ru_execution root
             where root.id_ = called.root_proc_inst_id_ and called.tenant_id_ is distinct from root.tenant_id_""";
    private static final String LIKE_ITS_FLOW = """
            update %1$s r set tenant_id_ = flow.tenant_id_ from act_ru_execution flow
             where flow.id_ = r.%2$s and r.tenant_id_ is distinct from flow.tenant_id_""";
    private static final String LIKE_ITS_TASK = """
            update act_ru_identitylink l set tenant_id_ = t.tenant_id_ from act_ru_task t
             where t.id_ = l.task_id_ and l.tenant_id_ is distinct from t.tenant_id_""";

    private static final String NEXT_FINISHED = """
            select x.id_ as flow, x.tenant_id_ as now, %s as shop
              from (select id_, business_key_, tenant_id_ from act_hi_procinst
                     where id_ > :after and id_ = root_proc_inst_id_ order by id_ limit :limit) x %s order by x.id_
            """.formatted(WANTED, SHOP_BY_KEY);
    private static final String MOVE = """
            update %s h set tenant_id_ = moved.shop
              from unnest(cast(:flows as text[]), cast(:shops as text[])) moved (flow, shop)
             where h.root_proc_inst_id_ = moved.flow""";

    private final JdbcClient jdbc;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final ManagementService management;
    private final Shops shops;

    InstanceShops(JdbcClient jdbc, DataSource database, TransactionTemplate transaction, ManagementService management,
                  Shops shops) {
        this.jdbc = jdbc;
        this.database = database;
        this.transaction = transaction;
        this.management = management;
        this.shops = shops;
    }

    private record Finished(String flow, String now, String shop) {

        boolean differs() {
            return now == null ? shop != null : !now.equals(shop);
        }
    }

    /**
     * When the shops are others than last time everything is looked at; otherwise what began lately, because a node with the
     * settings of before may have begun it. With a hundred thousand open cases looking at all of them delays the start.
     */
    void align() {
        try (Turn turn = Turn.await(database, Turn.Of.SHOPS)) {
            String now = shops.configured().isEmpty() ? "" : Sha256.hex(String.join("\n", shops.configured()));
            boolean others = !now.equals(management.getProperties().getOrDefault(COMPARED, ""));
            transaction.executeWithoutResult(status -> alignRunning(others));
            if (others) {
                alignFinished();
                management.setProperty(COMPARED, now);
            }
        }
    }

    private void alignRunning(boolean all) {
        int moved = jdbc.sql(RUNNING_ROOTS.formatted(all ? "true" : BEGUN_LATELY)).param("shops", configured()).update();
        if (moved == 0 && !all) {
            return;
        }
        jdbc.sql(CALLED).update();
        FlowRows.RUNNING.forEach((table, flow) -> jdbc.sql(LIKE_ITS_FLOW.formatted(table, flow)).update());
        jdbc.sql(LIKE_ITS_TASK).update();
        if (moved > 0) {
            LOG.info("{} running flows now belong to the shops of the settings", moved);
        }
    }

    private void alignFinished() {
        String after = "";
        int moved = 0;
        List<Finished> next;
        do {
            next = jdbc.sql(NEXT_FINISHED).param("shops", configured()).param("after", after).param("limit", AT_ONCE)
                    .query((row, index) -> new Finished(row.getString("flow"), row.getString("now"), row.getString("shop"))).list();
            List<Finished> differing = next.stream().filter(Finished::differs).toList();
            if (!differing.isEmpty()) {
                transaction.executeWithoutResult(status -> FlowRows.HISTORY.forEach(table -> move(table, differing)));
                moved += differing.size();
                LOG.info("{} finished flows now belong to the shops of the settings, going on", moved);
            }
            after = next.isEmpty() ? after : next.get(next.size() - 1).flow();
        } while (next.size() == AT_ONCE);
    }

    private void move(String table, List<Finished> flows) {
        jdbc.sql(MOVE.formatted(table)).param("flows", flows.stream().map(Finished::flow).toArray(String[]::new))
                .param("shops", flows.stream().map(Finished::shop).toArray(String[]::new)).update();
    }

    private String[] configured() {
        return shops.configured().toArray(String[]::new);
    }
}
