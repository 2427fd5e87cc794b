package org.complaintdesk.complaint;

/**
 * What the words about open complaints mean in SQL, where {@code c} is the complaint: one meaning for lists and for the
 * figures that lead to them. {@code :now} and {@code :until} are moments.
 */
public final class ComplaintConditions {

    public static final String OPEN = "c.closed_at is null";

    /** {@link ComplaintState#isOverdue} for the database. */
    public static final String OVERDUE = "c.settlement_clock = 'RUNNING' and c.settlement_due < :now";

    /** In time so far, and due before {@code :until}; what waits for somebody outside is not. */
    public static final String DUE_SOON =
            "c.settlement_clock = 'RUNNING' and c.settlement_due >= :now and c.settlement_due < :until";

    /** Before a supervisor or manager, and not settled since. */
    public static final String ESCALATED = "c.closed_at is null and c.settled_at is null and c.escalation_level > 0";

    /**
     * A message to the customer was refused or came back and nobody has sent it again or told the customer otherwise, or a
     * mail of the case is not tried any more.
     */
    public static final String MAIL_FAILED = """
            c.closed_at is null and c.number in (
                select m.case_number from customer_update m
                 where m.state in ('REJECTED', 'BOUNCED') and m.audience = 'CUSTOMER'
                   and not exists (select from customer_update again where again.case_number = m.case_number
                                      and again.id > m.id and again.resend_of = coalesce(m.resend_of, m.update_key)
                                      and again.state not in ('REJECTED', 'BOUNCED'))
                union all
                select split_part(e.business_key_, '/', 1) from act_ru_incident i
                  join act_ru_execution e on e.id_ = i.proc_inst_id_
                 where i.proc_def_id_ like 'update-delivery:%')""";

    private ComplaintConditions() {
    }
}
