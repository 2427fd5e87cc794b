package org.complaintdesk.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.complaintdesk.casework.CaseChanges;
import org.complaintdesk.casework.CaseOrder;
import org.complaintdesk.casework.CasePage;
import org.complaintdesk.casework.CaseTimeline;
import org.complaintdesk.casework.CaseTimelines;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.customer.UpdatesOutdated;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.OncePerTransaction;
import org.complaintdesk.platform.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All complaints. Every way in ends in {@link #register}. */
@Service
@Transactional
public class Complaints {

    /** After these nobody need ask the customer, or remind them of, what was asked before. */
    private static final Set<Happening> ANSWERS = Set.of(Happening.ACCEPTED, Happening.DECLINED, Happening.AGREED,
            Happening.NOT_AGREED, Happening.EVIDENCE_RECORDED, Happening.SILENCE, Happening.STEP_DONE, Happening.RENEGOTIATED,
            Happening.RATED, Happening.FOLLOWED_UP, Happening.REOPENED, Happening.WITHDRAWN, Happening.CLOSED);
    private static final Set<UpdateKind> QUESTIONS = Set.of(UpdateKind.EVIDENCE_REQUEST, UpdateKind.PROPOSAL,
            UpdateKind.AGREEMENT, UpdateKind.RETURN_REQUEST, UpdateKind.CUSTOMER_REMINDER, UpdateKind.SURVEY,
            UpdateKind.SURVEY_REMINDER);

    /** As far as lists for people count. */
    public static final int COUNTED = 1_000;

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final Duration LONGEST_AGO = Duration.ofDays(3_653);

    private final ComplaintRows rows;
    private final ComplaintUpdate update;
    private final ComplaintSearch search;
    private final ComplaintReferences references;
    private final EarlyEndings endings;
    private final CaseTimeline<Happening, CaseEvent> timeline;
    private final Customers customers;
    private final ComplaintClocks clocks;
    private final Shops shops;
    private final JdbcClient jdbc;
    private final Wording wording;
    private final Clock clock;
    private final ObjectProvider<ComplaintHandling> handling;
    private final ApplicationEventPublisher events;
    /** What this transaction has locked, or written: nobody else can have changed it since. */
    private final OncePerTransaction<ComplaintNumber, Complaint> inHand;

    Complaints(ComplaintRows rows, ComplaintUpdate update, ComplaintSearch search, ComplaintReferences references,
               EarlyEndings endings, CaseTimelines timelines, Customers customers, ComplaintClocks clocks, Shops shops,
               JdbcClient jdbc, Wording wording, Clock clock, ObjectProvider<ComplaintHandling> handling,
               ApplicationEventPublisher events) {
        this.rows = rows;
        this.update = update;
        this.search = search;
        this.references = references;
        this.endings = endings;
        this.timeline = timelines.of("complaint", Happening.class, CaseEvent::new);
        this.customers = customers;
        this.clocks = clocks;
        this.shops = shops;
        this.jdbc = jdbc;
        this.wording = wording;
        this.clock = clock;
        this.handling = handling;
        this.events = events;
        this.inHand = new OncePerTransaction<>(number -> rows.findLockedByNumber(number)
                .orElseThrow(() -> new UnknownComplaint(number.value())));
    }

    /**
     * Registers a complaint and starts its flow, once per (shop, channel, externalId): the same again, even at the same
     * moment, answers with the case that exists.
     */
    public Registration register(NewComplaint incoming) {
        return register(incoming, null);
    }

    /**
     * The same for a customer who is on file already, whatever the contact says.
     *
     * @throws java.util.NoSuchElementException when there is no such customer
     */
    public Registration registerFor(long customerId, NewComplaint incoming) {
        return register(incoming, customers.byId(customerId));
    }

    private Registration register(NewComplaint incoming, Customer customer) {
        Optional<Complaint> opened = open(incoming, customer, false, null);
        opened.ifPresent(complaint -> handling.getObject().begin(complaint));
        return opened.map(complaint -> new Registration(complaint.number(), complaint.stage(), true))
                .orElseGet(() -> known(incoming));
    }

    /**
     * Whether {@link #register} would take this complaint, without doing it.
     *
     * @throws InvalidInput naming what is missing or wrong; the caller's transaction can go on
     */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = InvalidInput.class)
    public void check(NewComplaint incoming) {
        check(incoming, clock.instant());
        customers.check(incoming.customer());
    }

    /**
     * Keeps a complaint that an agent takes down in a flow that is already running.
     *
     * @param agent the user id of whoever takes it down and so handles it; null when nobody is signed in
     * @return empty when the same (shop, channel, externalId) is registered already
     */
    public Optional<Complaint> takeDown(NewComplaint incoming, String agent) {
        return open(incoming, null, true, agent);
    }

    /** @param known the customer, null when the contact says who it is */
    private Optional<Complaint> open(NewComplaint incoming, Customer known, boolean recorded, String agent) {
        Instant now = clock.instant();
        check(incoming, now);
        ComplaintNumber number = nextNumber(now);
        if (incoming.externalId() != null
                && !references.claim(incoming.shop(), incoming.channel(), incoming.externalId(), number)) {
            return Optional.empty();
        }
        Customer customer = known != null ? known : customers.register(incoming.customer());
        noteLanguage(customer, incoming);
        Complaint complaint = Complaint.receive(number, incoming, customer.id(), recorded, now);
        if (agent != null) {
            complaint.handledBy(agent);
        }
        return Optional.of(save(complaint));
    }

    /** What a stranger chose is no reason to write to a known customer in another language. */
    private void noteLanguage(Customer customer, NewComplaint incoming) {
        if (incoming.language() != null && (incoming.contactConfirmed() || customers.language(customer.id()).isEmpty())) {
            customers.speaks(customer.id(), Locale.forLanguageTag(incoming.language()));
        }
    }

    private void check(NewComplaint incoming, Instant now) {
        if (incoming.shop() == null) {
            throw new InvalidInput("shop", wording.text("input.missing", wording.text("field.shop")));
        }
        shops.checkSeen(incoming.shop());
        if (incoming.description() == null) {
            throw new InvalidInput("description", wording.text("input.missing", wording.text("field.description")));
        }
        Instant occurred = incoming.occurredAt();
        if (occurred != null && (occurred.isAfter(now.plus(CLOCKS_DIFFER)) || occurred.isBefore(now.minus(LONGEST_AGO)))) {
            throw new InvalidInput("occurredAt", wording.text("complaint.occurred-out-of-range", wording.text("field.occurredAt")));
        }
    }

    private ComplaintNumber nextNumber(Instant now) {
        long running = jdbc.sql("select nextval('complaint_number')").query(Long.class).single();
        return ComplaintNumber.of(LocalDate.ofInstant(now, clock.getZone()), running);
    }

    private Registration known(NewComplaint incoming) {
        Complaint known = find(incoming.shop(), incoming.channel(), incoming.externalId()).orElseThrow();
        return new Registration(known.number(), known.stage(), false);
    }

    /** @return the complaint known elsewhere under this id */
    @Transactional(readOnly = true)
    public Optional<Complaint> find(String shop, Channel channel, String externalId) {
        return references.find(shop, channel, externalId).map(this::get);
    }

    /** @throws UnknownComplaint when there is none */
    @Transactional(readOnly = true)
    public Complaint get(ComplaintNumber number) {
        return find(number).orElseThrow(() -> new UnknownComplaint(number.value()));
    }

    private Optional<Complaint> find(ComplaintNumber number) {
        return Optional.ofNullable(inHand.known(number)).or(() -> rows.findByNumber(number));
    }

    /** @param number whatever someone took for a complaint's number */
    @Transactional(readOnly = true)
    public Optional<Complaint> find(String number) {
        return ComplaintNumber.isNumber(number) ? find(new ComplaintNumber(number)) : Optional.empty();
    }

    /**
     * The same for whoever changes it next, or its clocks: until this transaction ends, nobody else can. The case is locked
     * before its clocks, always.
     */
    public Complaint lock(ComplaintNumber number) {
        return inHand.get(number);
    }

    /** @return the same for who need not be first; empty while somebody else is about to change it */
    public Optional<Complaint> lockIfFree(ComplaintNumber number) {
        Optional<Complaint> free = Optional.ofNullable(inHand.known(number)).or(() -> rows.findFreeByNumber(number));
        free.ifPresent(complaint -> inHand.put(number, complaint));
        return free;
    }

    /**
     * Where a case goes on that was a duplicate: at its original, or at the original of that. Never in another shop, where not
     * everybody may look who may look at this one.
     *
     * @return the case itself when it is no duplicate
     */
    @Transactional(readOnly = true)
    public Complaint goesOnAs(ComplaintNumber number) {
        Complaint last = get(number);
        Set<ComplaintNumber> seen = new HashSet<>(Set.of(number));
        Optional<Complaint> next = originalOf(last);
        // Two cases could once be duplicates of each other.
        while (next.isPresent() && seen.add(next.get().number())) {
            last = next.get();
            next = originalOf(last);
        }
        return last;
    }

    private Optional<Complaint> originalOf(Complaint complaint) {
        if (complaint.closing() != Closing.DUPLICATE) {
            return Optional.empty();
        }
        return find(complaint.closingNote()).filter(original -> original.shop().equals(complaint.shop()));
    }

    /** @return what the case waits for from its customer; empty when it does not, or there is no such case */
    @Transactional(readOnly = true)
    public Optional<Waiting> waiting(ComplaintNumber number) {
        return find(number).map(Complaint::waiting);
    }

    /** Keeps the complaint's facts, adds what happened to its timeline, and lets its clocks follow. */
    public Complaint save(Complaint complaint) {
        return save(complaint, null);
    }

    /** Keeps what the customer did. */
    Complaint saveForCustomer(Complaint complaint) {
        return save(complaint, CaseEvent.CUSTOMER);
    }

    private Complaint save(Complaint complaint, String who) {
        List<CaseChanges.Noted<Happening>> noted = complaint.takeNoted();
        if (complaint.id() != null) {
            holdBeforeItsClocks(complaint.number());
        }
        clocks.follow(complaint, who, noted);
        Complaint saved = write(complaint, who, noted);
        if (noted.stream().anyMatch(happened -> happened.what() == Happening.CLOSED)) {
            events.publishEvent(new ComplaintConcluded(saved.number(), saved.closing()));
        }
        if (noted.stream().anyMatch(happened -> ANSWERS.contains(happened.what()))) {
            events.publishEvent(new UpdatesOutdated(saved.number().value(), answered(saved)));
        }
        return saved;
    }

    /** All but the offer that still stands: a silence may leave it to a person, who goes on asking. */
    private static Set<UpdateKind> answered(Complaint complaint) {
        Set<UpdateKind> answered = EnumSet.copyOf(QUESTIONS);
        if (complaint.waiting() != null && complaint.waiting().what().isOffer()) {
            answered.remove(complaint.waiting().what().askedBy());
        }
        return answered;
    }

    /** Keeps who handles it, which nobody did before: no line of its story, and nothing to its clocks. */
    public void saveHandler(Complaint complaint) {
        write(complaint, null, List.of());
    }

    /** For whoever read it without locking it; when somebody has changed it since, it is found out as it is written. */
    private void holdBeforeItsClocks(ComplaintNumber number) {
        if (inHand.known(number) == null) {
            rows.findLockedByNumber(number);
        }
    }

    private Complaint write(Complaint complaint, String who, List<CaseChanges.Noted<Happening>> noted) {
        Complaint written = complaint;
        if (complaint.id() == null) {
            written = rows.save(complaint);
            timeline.append(written.id(), who, noted);
        } else {
            update.write(complaint, who, noted);
        }
        inHand.put(written.number(), written);
        return written;
    }

    /** A review turned out to be about a complaint that exists. */
    public void link(ComplaintNumber number, String reviewNumber) {
        Complaint complaint = get(number);
        complaint.belongsTo(reviewNumber);
        save(complaint);
    }

    /** @return what happened so far, oldest first */
    @Transactional(readOnly = true)
    public List<CaseEvent> story(Complaint complaint) {
        return timeline.of(complaint.id());
    }

    /** @return the latest time this happened to the complaint; empty when it never did */
    @Transactional(readOnly = true)
    public Optional<CaseEvent> latest(Complaint complaint, Happening what) {
        return timeline.latest(complaint.id(), what);
    }

    /** @return latest first; counted up to 1,000 */
    @Transactional(readOnly = true)
    public CasePage<Complaint> search(ComplaintQuery query, Pageable page) {
        return search(query, CaseOrder.NEWEST, page, COUNTED);
    }

    /** @param most how many are counted at most; more cases take longer to count */
    @Transactional(readOnly = true)
    public CasePage<Complaint> search(ComplaintQuery query, CaseOrder order, Pageable page, int most) {
        return search.find(query, order, page, most);
    }

    /** @return how many {@link #search} finds in all; one more than the most stands for all beyond */
    @Transactional(readOnly = true)
    public int count(ComplaintQuery query, int most) {
        return search.count(query, most);
    }

    /**
     * Goes through what {@link #search} finds, some hundred at a time.
     *
     * @param most how many at most
     */
    @Transactional(readOnly = true)
    public void each(ComplaintQuery query, CaseOrder order, int most, Consumer<List<Complaint>> work) {
        search.each(query, order, most, work);
    }

    /** @return every complaint of this customer, latest first */
    @Transactional(readOnly = true)
    public List<Complaint> of(long customerId) {
        return rows.findByCustomerIdOrderByIdDesc(customerId);
    }

    /** @return the complaints about this order, latest first, at most 100 */
    @Transactional(readOnly = true)
    public List<Complaint> about(String orderNumber) {
        return rows.findTop100ByOrderNumberOrderByIdDesc(orderNumber);
    }

    /**
     * Other complaints about this order or of this customer, to be known when one is looked at.
     *
     * @param orderNumber null when it is not known
     * @return latest first, at most ten
     */
    @Transactional(readOnly = true)
    public List<Complaint> related(String orderNumber, long customerId) {
        return rows.findRelated(orderNumber, customerId);
    }

    /**
     * Ends a case before its flow does, from any stage.
     *
     * @throws InvalidInput when it is closed already, the reason is missing, or someone outside waits for our answer
     */
    public void endEarly(ComplaintNumber number, Closing closing, String note) {
        endings.check(number);
        Complaint complaint = get(number);
        if (!complaint.isClosed()) {
            endings.check(number);
        }
        handling.getObject().endEarly(number, closing, note);
    }

    /** @return whether nobody has responded to the customer yet, and somebody is to */
    @Transactional(readOnly = true)
    public boolean awaitsFirstResponse(ComplaintNumber number) {
        return clocks.awaitsFirstResponse(number);
    }

    /**
     * Whoever is signed in has responded to the customer, for the first time, beside the flow.
     *
     * @throws InvalidInput when somebody has responded already, the case is closed, or something is missing or refused
     */
    public void firstResponse(ComplaintNumber number, FirstResponse response) {
        handling.getObject().firstResponse(number, response);
    }
}
