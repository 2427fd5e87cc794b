package org.complaintdesk.volume;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only a few cases and a few lists have, and years of counted stays. */
final class Extremes {

    private static final List<String> STATEMENTS = List.of(
            // One open case that has gone on for years.
            """
            insert into complaint_event (complaint_id, at, who, what, details)
            select e.complaint_id, e.at - n * interval '1 hour', e.who, e.what, e.details from generate_series(1, 200) n, complaint_event e
             where e.complaint_id = (select max(id) from complaint where closed_at is null)""",
            """
            insert into customer_update (update_key, case_number, kind, audience, shop, channel, customer_id, recipient, subject, body,
                   message_id, route, state, created_at, sent_at)
            select u.update_key || '/' || n, u.case_number, u.kind, u.audience, u.shop, u.channel, u.customer_id, u.recipient, u.subject, u.body,
                   u.message_id || n, u.route, u.state, u.created_at - n * interval '1 hour', u.sent_at - n * interval '1 hour'
              from generate_series(1, 100) n, customer_update u
             where u.case_number = (select number from complaint where id = (select max(id) from complaint where closed_at is null))""",
            // A customer with hundreds of cases.
            """
            update complaint set customer_id = (select max(customer_id) from complaint)
             where id in (select id from complaint where closed_at is not null order by id desc limit 400)""",
            // Of some cases a message came back.
            """
            update customer_update set state = 'BOUNCED', bounced_at = now()
             where audience = 'CUSTOMER' and id in (select max(u.id) from customer_update u join complaint c on c.number = u.case_number
                    where c.closed_at is null and c.id / 10000 % 100 = 0 group by u.case_number)""",
            // Escalated cases.
            "update complaint set escalation_level = 1 where closed_at is null and settled_at is null and id / 10000 % 50 = 0",
            // A year of stays, as they would have been counted hour by hour.
            """
            insert into step_stay select current_date - d, 'complaint-handling', 'Step' || s, shop, l, 5, 5 * power(1.41, l)::bigint, power(1.41, l)::bigint
              from generate_series(0, 364) d, generate_series(1, 25) s, unnest(array['示例旗舰店1', '示例旗舰店2', '示例旗舰店3', '示例旗舰店4',
                   '示例旗舰店5', '示例旗舰店6', '示例旗舰店7', '示例旗舰店8', '示例旗舰店9', '示例旗舰店10']) shop, generate_series(10, 21) l
            on conflict do nothing""",
            """
            insert into step_stay_reading (read_up_to) values (now() - interval '3 minutes')
            on conflict (id) do update set read_up_to = excluded.read_up_to""",
            // What happened in the house; the chain is not what is measured.
            """
            insert into audit_line (line, at, what, who, address, subject, detail, digest, mac)
            select 1000000000 + n, now() - (300001 - n) * interval '1 minute', (array['SIGNED_IN', 'SIGNED_OUT', 'CONTACT_UNMASKED'])[1 + n % 3],
                   'agent' || n % 50, '10.0.0.1', 'agent' || n % 50, 'tasklist', sha256(n::text::bytea), left(md5(n::text), 22)
              from generate_series(1, 300000) n""",
            "vacuum (analyze)");

    private Extremes() {
    }

    static void add(JdbcClient database) {
        STATEMENTS.forEach(statement -> database.sql(statement).update());
    }
}
