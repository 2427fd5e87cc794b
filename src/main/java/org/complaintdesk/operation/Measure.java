package org.complaintdesk.operation;

import java.util.List;
import org.complaintdesk.complaint.ComplaintConditions;

/**
 * One statement and the metrics it gives. Its first column is the label's value, of few known ones; of the others each is a
 * metric, in order. {@code :now} is a moment, {@code :engineNow} the same as the engine writes it, {@code :hourAgo} one hour
 * before. The whole desk is counted, so every node says the same.
 */
record Measure(String label, String sql, List<Column> columns) {

    /** How far behind the jobs are; {@link JobsHealthIndicator} looks at it too. */
    static final String JOB_LAG = "complaintdesk.jobs.lag";

    private static final String SECONDS = "seconds";

    record Column(String name, String unit, String description) {
    }

    static final List<Measure> ALL = List.of(
            new Measure("stage", """
                    select c.stage, count(*), count(*) filter (where %s), count(*) filter (where %s),
                           count(*) filter (where %s),
                           extract(epoch from :now - min(c.received_at))
                      from complaint c where %s group by c.stage""".formatted(ComplaintConditions.OVERDUE,
                    ComplaintConditions.ESCALATED, ComplaintConditions.MAIL_FAILED, ComplaintConditions.OPEN), List.of(
                    count("complaintdesk.complaints.open", "Open complaints"),
                    count("complaintdesk.complaints.overdue", "Open complaints past their settlement time"),
                    count("complaintdesk.complaints.escalated", "Open complaints before a supervisor or manager"),
                    count("complaintdesk.complaints.undelivered",
                            "Open complaints of which a message did not reach the customer"),
                    age("complaintdesk.complaints.oldest", "Age of the oldest open complaint"))),
            new Measure("step", """
                    select task_def_key_, count(*), count(*) filter (where assignee_ is null),
                           extract(epoch from :engineNow - min(create_time_))
                      from act_ru_task group by task_def_key_""", List.of(
                    count("complaintdesk.tasks.open", "Open tasks"),
                    count("complaintdesk.tasks.unclaimed", "Open tasks nobody has taken"),
                    age("complaintdesk.tasks.oldest", "How long the oldest task has waited at this step"))),
            new Measure("flow", """
                    select coalesce(f.key_, j.handler_type_),
                           count(*) filter (where retries_ > 0 and due),
                           coalesce(extract(epoch from :engineNow
                               - min(coalesce(duedate_, create_time_)) filter (where retries_ > 0 and due)), 0),
                           count(*) filter (where retries_ > 0 and exception_msg_ is not null),
                           count(*) filter (where retries_ = 0)
                      from (select distinct key_ from act_re_procdef) f
                      full join (select *, coalesce(duedate_ <= :engineNow, true)
                                           and coalesce(lock_exp_time_ < :engineNow, true) as due
                                   from act_ru_job
                                  where suspension_state_ = 1
                                    and (retries_ > 0 and duedate_ is null or retries_ > 0 and duedate_ <= :engineNow
                                         or retries_ = 0 or exception_msg_ is not null)) j on j.process_def_key_ = f.key_
                     group by 1""", List.of(
                    count("complaintdesk.jobs.due", "Jobs that are due and nobody works on"),
                    age(JOB_LAG, "How long the job that waits longest has been due"),
                    count("complaintdesk.jobs.retrying", "Jobs that failed and will be tried again"),
                    count("complaintdesk.jobs.failed", "Jobs that are not tried any more"))),
            new Measure("flow", """
                    select coalesce(split_part(proc_def_id_, ':', 1), 'batch'), count(*)
                      from act_ru_incident group by 1""", List.of(
                    count("complaintdesk.incidents.open", "Incidents in Cockpit"))),
            new Measure("channel", """
                    select channel, count(*) from complaint where received_at >= :hourAgo group by channel""", List.of(
                    count("complaintdesk.complaints.received.last.hour", "Complaints received within an hour"))),
            new Measure("closing", """
                    select coalesce(closing, 'OTHER'), count(*) from complaint
                     where closed_at >= :hourAgo group by 1""", List.of(
                    count("complaintdesk.complaints.closed.last.hour", "Complaints closed within an hour"))),
            new Measure("platform", """
                    select platform, count(*) from review where received_at >= :hourAgo group by platform""", List.of(
                    count("complaintdesk.reviews.received.last.hour", "Bad reviews received within an hour"))),
            new Measure("level", """
                    select level, count(*) filter (where not covered),
                           count(*) filter (where raised_at > moment + interval '2 minutes')
                      from clock_alarm where raised_at >= :hourAgo group by level""", List.of(
                    count("complaintdesk.alarms.last.hour", "Warnings and breaches raised within an hour"),
                    count("complaintdesk.alarms.late.last.hour", "Of these, raised two minutes late or more"))),
            new Measure(null, "select '', count(*) from heartbeat where at > now() - interval '150 seconds'", List.of(
                    count("complaintdesk.nodes", "Nodes that gave a sign of life"))));

    private static Column count(String name, String description) {
        return new Column(name, null, description);
    }

    private static Column age(String name, String description) {
        return new Column(name, SECONDS, description);
    }
}
