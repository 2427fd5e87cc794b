package org.complaintdesk.update.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail that takes longer than its job's lock lasts: another node takes the job up while the mail server still thinks. */
@DeskTest
class HeldJobTests {

    @Autowired CaseDriver desk;
    @Autowired ManagementService management;
    @Autowired GreenMail mailServer;
    @Autowired DataSource database;
    @Autowired JdbcClient jdbc;

    private MessageDeliveryHandler usual;
    private final NewComplaint complaint = CaseDriver.somethingBroken();
    private Job job;

    @BeforeEach
    void a_mail_is_to_be_sent() {
        ComplaintNumber number = desk.arrives(complaint);
        String id = jdbc.sql("select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ where e.business_key_ like ?")
                .param(number + "/%").query(String.class).single();
        job = management.createJobQuery().jobId(id).singleResult();
        usual = mailServer.getUserManager().getMessageDeliveryHandler();
    }

    @AfterEach
    void mail_server_as_it_was() {
        mailServer.getUserManager().setMessageDeliveryHandler(usual);
    }

    @Test
    void nobody_takes_up_a_job_whose_mail_is_under_way_so_it_goes_out_once() {
        boolean[] taken = new boolean[1];
        mailServer.getUserManager().setMessageDeliveryHandler((message, address) -> {
            taken[0] = takenUpElsewhere();
            return usual.handle(message, address);
        });

        management.executeJob(job.getId());

        assertThat(taken[0]).isFalse();
        assertThat(management.createJobQuery().jobId(job.getId()).count()).isZero();
        assertThat(desk.mails(complaint.customer().email())).hasSize(1);
    }

    @Test
    void lock_that_is_about_to_end_is_made_to_last_before_the_mail_goes_out() {
        jdbc.sql("update act_ru_job set lock_owner_ = 'this node', lock_exp_time_ = localtimestamp where id_ = ?").param(job.getId()).update();
        boolean[] lasts = new boolean[1];
        mailServer.getUserManager().setMessageDeliveryHandler((message, address) -> {
            lasts[0] = jdbc.sql("select lock_exp_time_ > localtimestamp + interval '1 minute' from act_ru_job where id_ = ?")
                    .param(job.getId()).query(Boolean.class).single();
            return usual.handle(message, address);
        });

        management.executeJob(job.getId());

        assertThat(lasts[0]).isTrue();
        assertThat(desk.mails(complaint.customer().email())).hasSize(1);
    }

    /** As the engine's acquisition does it. */
    private boolean takenUpElsewhere() {
        try (Connection other = database.getConnection(); Statement settings = other.createStatement();
             PreparedStatement lock = other.prepareStatement("update act_ru_job set lock_owner_ = 'other', rev_ = rev_ + 1 where id_ = ?")) {
            other.setAutoCommit(false);
            settings.execute("set local lock_timeout = '300ms'");
            lock.setString(1, job.getId());
            lock.executeUpdate();
            other.commit();
            return true;
        } catch (SQLException held) {
            return false;
        }
    }
}
