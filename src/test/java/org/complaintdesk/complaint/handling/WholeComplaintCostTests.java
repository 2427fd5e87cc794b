package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.SqlCounts;
import org.complaintdesk.support.WholeComplaint;
import org.complaintdesk.support.WholeComplaint.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a complaint may cost at most. Counts do not depend on the machine, so a change that reads or writes more is seen here
 * before anybody measures. What they are made of, and what of it is the bare engine's: decision 0032.
 */
@DeskTest
class WholeComplaintCostTests {

    @Autowired WholeComplaint complaint;
    @Autowired CaseDriver desk;
    @Autowired FormService forms;

    private final SqlCounts itself = SqlCounts.ofThisThread();
    private final SqlCounts mails = SqlCounts.ofThisThread();
    private int sent;

    @Test
    void a_whole_complaint_costs_at_most_so_many_statements_and_commits() {
        complaint.lives(Kind.COUPON, (step, work) -> work.run());

        complaint.lives(Kind.COUPON, this::counted);

        assertThat(itself.writeCommits()).as("an intake, a claim and a completion of each of six tasks, a timer")
                .isLessThanOrEqualTo(15);
        assertThat(itself.statements()).as(() -> "%s, most of them%n%s".formatted(itself, mostOften(itself))).isLessThanOrEqualTo(463);
        assertThat(mails.writeCommits()).as("write commits of %s mails", sent).isLessThanOrEqualTo(2L * sent);
        assertThat(mails.statements()).as(() -> "%s for %s mails, most of them%n%s".formatted(mails, sent, mostOften(mails)))
                .isLessThanOrEqualTo(26L * sent);
    }

    @Test
    void reading_a_form_costs_at_most_so_many_statements_and_writes_nothing() {
        ComplaintNumber number = desk.diagnosed();
        String task = desk.task(number, "ProposeSolution").getId();
        SqlCounts reading = SqlCounts.ofThisThread();

        reading.during(() -> {
            forms.getTaskFormVariables(task, null, false);
        });

        assertThat(reading.writeCommits()).isZero();
        assertThat(reading.statements()).as(() -> "%s%n%s".formatted(reading, mostOften(reading))).isLessThanOrEqualTo(20);
    }

    private void counted(String step, Runnable work) {
        if (step.equals(WholeComplaint.MAIL)) {
            sent++;
            mails.during(work);
        } else {
            itself.during(work);
        }
    }

    private static String mostOften(SqlCounts counts) {
        return counts.texts().stream().limit(40).map(said -> said.times() + " " + said.text().substring(0, Math.min(110, said.text().length())))
                .collect(Collectors.joining("\n"));
    }
}
