package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockRow;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.OnAMonday;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A start puts right what a node of the version before left unwatched. */
@DeskTest
class UnwatchedLettersTests implements OnAMonday {

    @Autowired CaseDriver desk;
    @Autowired Complaints complaints;
    @Autowired CustomerRequests customer;
    @Autowired CaseClocks clocks;
    @Autowired UnwatchedLetters letters;

    private ClockRow answer(ComplaintNumber number) {
        return clocks.row(ClockKey.of(number.value(), ClockName.NEXT_RESPONSE)).orElseThrow();
    }

    private ComplaintNumber closedWithAnUnreadLetter() {
        ComplaintNumber number = desk.recorded();
        customer.write(number, CustomerMessage.onPage("请把发票也寄给我。", UUID.randomUUID().toString(), List.of()));
        complaints.endEarly(number, Closing.WITHDRAWN, "客户来电撤诉");
        return number;
    }

    @Test
    void letter_whose_clock_was_stopped_when_its_case_closed_is_reminded_of_after_a_start() {
        ComplaintNumber number = closedWithAnUnreadLetter();
        clocks.stop(answer(number).key(), "system", "CLOSED");
        desk.timePasses(number, Duration.ofDays(1));
        assertThat(desk.story(number)).doesNotContain(Happening.REMINDED);

        letters.watch();
        desk.timePasses(number, Duration.ofDays(1));

        assertThat(desk.story(number)).filteredOn(Happening.REMINDED::equals).as("nearly due, and missed").hasSize(2);
    }

    @Test
    void letter_that_a_clock_counts_goes_on_being_counted() {
        ComplaintNumber number = closedWithAnUnreadLetter();
        desk.timePasses(number, Duration.ofHours(1));

        letters.watch();

        assertThat(answer(number).startedAt()).isEqualTo(MONDAY);
        assertThat(answer(number).state()).isEqualTo(ClockState.RUNNING);
    }
}
