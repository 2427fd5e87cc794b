package org.complaintdesk.platform;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which editions of the desk brought along which deployment of models. */
@Component
class ModelEditions {

    private final JdbcClient jdbc;
    private final OffsetDateTime ours;

    ModelEditions(JdbcClient jdbc, Edition edition) {
        this.jdbc = jdbc;
        ours = edition.builtAt().atOffset(ZoneOffset.UTC);
    }

    /** Notes that this edition comes with exactly these models. */
    void bring(String deployment) {
        jdbc.sql("insert into model_edition (deployment_id, built_at) values (?, ?) on conflict do nothing")
                .params(deployment, ours).update();
    }

    /** @return whether an edition later than this one comes with these models */
    boolean isOfLaterOne(String deployment) {
        return jdbc.sql("select exists (select from model_edition where deployment_id = ? and built_at > ?)")
                .params(deployment, ours).query(Boolean.class).single();
    }

    /** @return the deployments which only editions later than this one come with */
    Set<String> unknown() {
        return jdbc.sql("select deployment_id from model_edition group by deployment_id having min(built_at) > ?")
                .param(ours).query(String.class).set();
    }
}
