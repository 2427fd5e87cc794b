package org.complaintdesk.customerfile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.CustomerView;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.TimelineText;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.ContactWord;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerFiles;
import org.complaintdesk.customer.CustomerOrders;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.OrderStatus;
import org.complaintdesk.customer.PreferredContact;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.review.Fate;
import org.complaintdesk.review.Review;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdates;
import org.springframework.stereotype.Component;

/** Everything the desk knows of a person. What colleagues noted among themselves is theirs and not in it. */
@Component
class PersonRecords {

    private final Customers customers;
    private final CustomerFiles files;
    private final CustomerOrders orders;
    private final Cases cases;
    private final CustomerRequests requests;
    private final TimelineText timeline;
    private final CustomerUpdates updates;
    private final CustomerMessages messages;
    private final EvidenceFiles evidence;
    private final Clock clock;

    PersonRecords(Customers customers, CustomerFiles files, CustomerOrders orders, Cases cases, CustomerRequests requests,
                  TimelineText timeline, CustomerUpdates updates, CustomerMessages messages, EvidenceFiles evidence, Clock clock) {
        this.customers = customers;
        this.files = files;
        this.orders = orders;
        this.cases = cases;
        this.requests = requests;
        this.timeline = timeline;
        this.updates = updates;
        this.messages = messages;
        this.evidence = evidence;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Everything(Instant exportedAt, long file, Instant since, Contact contact, List<Contact> alsoKnownAs, String language,
                      PreferredContact preferredContact, boolean surveysRefused, boolean contactRefused, List<ContactWord> onContact,
                      List<Order> orders, List<Case> complaints, List<Case> reviews) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(String shop, Channel channel, String number, BigDecimal amount, String product, Instant paidAt, OrderStatus status) {
    }

    /**
     * A complaint or a review; what one of them does not have is null.
     *
     * @param newRating what the reviewer made of the review afterwards, with {@code newText}
     * @param story     what happened, as the customer reads it on their page; with what they said and answered there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Case(String number, String shop, Channel channel, String orderNumber, BigDecimal orderAmount, String product,
                Integer rating, String text, Integer newRating, String newText, String desiredOutcome, Instant occurredAt,
                Instant receivedAt, Category category, Remedy remedy, BigDecimal amount, String explanation, String publicReply,
                Closing closing, Fate fate, Instant closedAt, List<Happened> story, List<Message> messages, List<File> files) {
    }

    /**
     * @param yours   whether the person did it
     * @param details codes and words by name
     * @param words   the same to be read
     */
    record Happened(Instant at, boolean yours, Happening what, Map<String, String> details, @JsonIgnore String words) {
    }

    /** @param ours whether the desk wrote it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(Instant at, boolean ours, String subject, String text) {
    }

    record File(String name, String type, long size, Instant at, String sha256) {
    }

    Everything of(Customer customer) {
        long id = customer.id();
        return new Everything(clock.instant(), id, customer.createdAt(), customer.contact(),
                files.mergedInto(id).stream().map(Customer::contact).toList(), customer.language(), customer.preferredContact(),
                customers.refusesSurveys(id), customers.refusesContact(id), onContact(id),
                orders.of(id).stream().map(order -> new Order(order.shop(), Channel.valueOf(order.channel()), order.number(),
                        order.amount(), order.product(), order.paidAt(), order.status())).toList(),
                cases.complaints(id).stream().map(this::complaint).toList(), cases.reviews(id).stream().map(this::review).toList());
    }

    private List<ContactWord> onContact(long id) {
        return customers.wordsOnContact(id).stream()
                .map(word -> new ContactWord(word.at(), word.lifted(), word.reason(), null)).toList();
    }

    private Case complaint(Complaint complaint) {
        String number = complaint.number().value();
        var solution = complaint.solution();
        Stream<Message> theirs = messages.of(complaint.number()).stream()
                .map(message -> new Message(message.at(), message.isOurs(), null, message.text()));
        return new Case(number, complaint.shop(), complaint.channel(), complaint.orderNumber(), yuan(complaint.orderAmount()),
                null, null, complaint.description(), null, null, complaint.desiredOutcome(), complaint.occurredAt(), complaint.receivedAt(),
                complaint.diagnosis() == null ? null : complaint.diagnosis().category(),
                solution == null ? null : solution.remedy(), solution == null ? null : yuan(solution.amount()),
                solution == null ? null : solution.explanation(), null, complaint.closing(), null, complaint.closedAt(),
                requests.view(complaint.number()).timeline().stream().map(this::happened).toList(),
                inOrder(Stream.concat(ours(number), theirs)), files(number));
    }

    private Case review(Review review) {
        String number = review.number().value();
        Stream<Message> theirs = cases.letters(review).stream()
                .map(letter -> new Message(letter.at(), false, null, letter.details().get("note")));
        return new Case(number, review.shop(), review.platform(), review.orderNumber(), null, review.product(), review.rating(),
                review.text(), review.newRating(), review.newText(), null, null, review.receivedAt(), null, null, null, null,
                review.reply(), null, review.fate(), review.closedAt(), List.of(),
                inOrder(Stream.concat(ours(number), theirs)), files(number));
    }

    private Happened happened(CustomerView.Line line) {
        String who = line.byCustomer() ? CaseEvent.CUSTOMER : CaseEvent.SYSTEM;
        return new Happened(line.at(), line.byCustomer(), line.what(), line.details(),
                timeline.details(new CaseEvent(line.at(), who, line.what(), line.details())));
    }

    private static List<Message> inOrder(Stream<Message> messages) {
        return messages.sorted(Comparator.comparing(Message::at)).toList();
    }

    private Stream<Message> ours(String number) {
        return updates.of(number).stream().filter(update -> update.audience() == Audience.CUSTOMER)
                .map(update -> new Message(update.at(), true, update.subject(), update.text()));
    }

    private List<File> files(String number) {
        return evidence.of(number).stream().map(file -> new File(file.name(), file.type(), file.size(), file.at(), file.sha256())).toList();
    }

    private static BigDecimal yuan(Money money) {
        return money == null ? null : money.yuan();
    }
}
