package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.UpdateState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Complaints that go with a review, and what the review's flow needs to know of them. */
@DeskTest
@RecordApplicationEvents
class ReviewedComplaintTests {

    @Autowired Complaints complaints;
    @Autowired Customers customers;
    @Autowired CustomerUpdates updates;
    @Autowired CaseDriver desk;
    @Autowired ApplicationEvents published;

    private final String order = UUID.randomUUID().toString();
    private final String review = "R-20261121-%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @Test
    void complaint_opened_from_a_review_shows_it_in_its_facts_and_its_story() {
        ComplaintNumber number = complaints.registerFor(reviewer().id(), opened()).number();

        assertThat(desk.complaint(number).reviewNumber()).isEqualTo(review);
        assertThat(desk.facts(number)).contains("**关联评价** " + review.replace("-", "&#45;"), "href=\"/reviews/" + review + "\"");
        assertThat(complaints.story(desk.complaint(number)).get(0).details()).containsEntry("review", review);
    }

    @Test
    void complaint_of_a_reviewer_of_whom_only_the_name_is_known_stays_theirs() {
        Customer reviewer = reviewer();

        ComplaintNumber number = complaints.registerFor(reviewer.id(), opened()).number();

        assertThat(desk.complaint(number).customerId()).isEqualTo(reviewer.id());
        assertThatThrownBy(() -> complaints.registerFor(-1, opened())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void reviewer_is_not_told_that_they_complained() {
        Customer reviewer = customers.register(new Contact("匿名买家", order + "@example.com", null, null));

        ComplaintNumber number = complaints.registerFor(reviewer.id(), opened()).number();
        desk.deliver(number);

        assertThat(desk.mails(order + "@example.com")).singleElement().asString().contains("关于您的购物体验").doesNotContain("投诉");
        assertThat(updates.of(number.value())).singleElement().extracting(CustomerUpdates.View::text).asString()
                .contains("您在评价中反映的问题，我们已立案处理").doesNotContain("感谢您联系我们");
    }

    @Test
    void reviewer_who_refuses_contact_hears_nothing_of_a_complaint_we_opened() {
        Customer reviewer = customers.register(new Contact("匿名买家", order + "@example.com", null, null));
        customers.refuseContact(reviewer.id(), "不要再联系我");

        ComplaintNumber number = complaints.registerFor(reviewer.id(), opened()).number();
        desk.deliver(number);

        assertThat(updates.of(number.value())).singleElement()
                .satisfies(update -> assertThat(update.state()).isEqualTo(UpdateState.KEPT));
        assertThat(desk.mails(order + "@example.com")).isEmpty();
        assertThat(desk.facts(number)).contains("客户已拒绝被主动联系");
    }

    @Test
    void customer_who_complained_is_answered_even_when_a_review_turns_out_to_belong_to_it() {
        NewComplaint incoming = CaseDriver.somethingBroken();
        ComplaintNumber number = desk.arrives(incoming);
        complaints.link(number, review);
        customers.refuseContact(desk.complaint(number).customerId(), "不要打电话");

        desk.deliver(number);
        desk.complete(number, "RecordComplaint", "customerName", "王小明", "email", incoming.customer().email());

        assertThat(desk.mails(incoming.customer().email())).hasSize(1);
        assertThat(desk.story(number)).containsOnlyOnce(Happening.REVIEW_LINKED);
        assertThat(desk.facts(number)).contains("href=\"/reviews/" + review + "\"");
    }

    @Test
    void satisfied_customer_concludes_the_complaint_once() {
        ComplaintNumber number = desk.settled();
        assertThat(concluded(number)).isEmpty();

        desk.timePasses(number, Duration.ofDays(4));
        desk.complete(number, "FollowUpCustomer", "satisfied", "YES", "score", 5);

        assertThat(concluded(number)).containsExactly(new ComplaintConcluded(number, Closing.SATISFIED));
    }

    @Test
    void early_end_concludes_the_complaint_too() {
        ComplaintNumber number = desk.recorded();

        complaints.endEarly(number, Closing.WITHDRAWN, "客户说已自行解决");

        assertThat(concluded(number)).containsExactly(new ComplaintConcluded(number, Closing.WITHDRAWN));
    }

    @Test
    void related_are_the_latest_ten_of_the_same_order_or_the_same_customer() {
        Customer reviewer = reviewer();
        List<ComplaintNumber> expected = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            expected.add(complaints.registerFor(reviewer.id(), opened()).number());
            expected.add(complaints.register(complaint("别人", order)).number());
        }
        complaints.register(complaint("别人", order + "x"));
        Collections.reverse(expected);

        assertThat(complaints.related(order, reviewer.id())).extracting(Complaint::number)
                .containsExactlyElementsOf(expected.subList(0, 10));
        assertThat(complaints.related(null, reviewer.id())).hasSize(6);
        assertThat(complaints.related("no such order", -1)).isEmpty();
    }

    private List<ComplaintConcluded> concluded(ComplaintNumber number) {
        return published.stream(ComplaintConcluded.class).filter(event -> event.number().equals(number)).toList();
    }

    private Customer reviewer() {
        return customers.register(new Contact("王**", null, null, null));
    }

    private NewComplaint opened() {
        return new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, null, "TB1", null, "评价：酒瓶破损", null, null, null, review);
    }

    private static NewComplaint complaint(String name, String order) {
        return new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, null, order, null, "少发一瓶", null, null,
                new Contact(name, null, null, null));
    }
}
