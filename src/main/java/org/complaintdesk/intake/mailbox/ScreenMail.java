package org.complaintdesk.intake.mailbox;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.complaintdesk.assignment.NewWork;
import org.complaintdesk.casework.CaseHandler;
import org.complaintdesk.casework.TaskFlow;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.Reviews;
import org.springframework.stereotype.Component;

/** An agent decides what a machine cannot: whether a mail is a complaint, and to which case it belongs. */
@Component
class ScreenMail implements TaskListener {

    /** What the agent says. */
    enum Decision {
        OPEN, JOIN, REOPEN, REVIEW, NO_COMPLAINT, SPAM
    }

    private static final String CASE = "mailCase";
    private static final String NOTE = "mailNote";
    private static final String SHOP = "shop";
    private static final String EMAIL = Channel.EMAIL.name();

    private final MailStore store;
    private final MailFacts facts;
    private final Complaints complaints;
    private final Reviews reviews;
    private final CustomerRequests requests;
    private final CaseHandler handlers;
    private final Shops shops;
    private final Wording wording;
    private final SignedIn signedIn;
    private final Clock clock;

    ScreenMail(MailStore store, MailFacts facts, Complaints complaints, Reviews reviews, CustomerRequests requests,
               CaseHandler handlers, Shops shops, Wording wording, SignedIn signedIn, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.complaints = complaints;
        this.reviews = reviews;
        this.requests = requests;
        this.handlers = handlers;
        this.shops = shops;
        this.wording = wording;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        InboundMail mail = store.get(MailVariables.read(TaskFlow.of(task)).id());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            opened(task, mail);
        } else {
            decided(task, mail);
        }
    }

    private void opened(DelegateTask task, InboundMail mail) {
        TaskForm form = new TaskForm(task);
        form.show("mailFacts", facts.markdown(mail));
        form.prefill(CASE, facts.likelyCase(mail));
        form.prefill(SHOP, facts.likelyShop(mail));
        handlers.assign(task, mail.caseNumber(), () -> NewWork.of(task.getTenantId(), null, EMAIL, null));
        task.getExecution().setVariable(MailVariables.CUSTOMER_NAME, mail.who() == null ? wording.text("mailbox.no-sender") : mail.who());
    }

    private void decided(DelegateTask task, InboundMail mail) {
        FormInput input = new FormInput(task, wording);
        Decision decision = input.choice("mailDecision", Decision.class);
        String note = input.optionalText(NOTE, 1_000);
        Route route = switch (decision) {
            case OPEN -> open(task.getExecution(), input);
            case JOIN -> join(mail, input);
            case REOPEN -> reopen(mail, input, note);
            case REVIEW -> review(mail, input);
            case NO_COMPLAINT, SPAM -> Route.IGNORE;
        };
        store.decided(mail.id(), reason(decision), signedIn.person().orElse(task.getAssignee()), clock.instant(), note);
        MailVariables.goOn(task.getExecution(), route);
        task.removeVariablesLocal();
        MailVariables.removeUnknown(task.getExecution());
    }

    private Route open(DelegateExecution execution, FormInput input) {
        String shop = input.text(SHOP, 100);
        shops.checkSeen(shop);
        execution.setVariable(SHOP, shop);
        return Route.OPEN;
    }

    private Route join(InboundMail mail, FormInput input) {
        Complaint complaint = complaint(input);
        if (complaint.isClosed()) {
            throw input.invalid(CASE, "mailbox.case-closed", complaint.number().value());
        }
        belongsTo(mail, complaint.number().value(), complaint.customerId());
        return Route.JOIN;
    }

    private Route reopen(InboundMail mail, FormInput input, String note) {
        Complaint complaint = complaint(input);
        String reason = note == null ? input.text(NOTE, 1_000) : note;
        if (requests.reopenFor(complaint.number(), reason) != Answered.DONE) {
            throw input.invalid(CASE, "mailbox.not-reopened", complaint.number().value());
        }
        belongsTo(mail, complaint.number().value(), complaint.customerId());
        return Route.JOIN;
    }

    private Route review(InboundMail mail, FormInput input) {
        String number = input.text(CASE, 40).toUpperCase();
        reviews.find(number).filter(review -> shops.seenNow().includes(review.shop())).orElseThrow(() -> input.invalid(CASE, "mailbox.no-such-review", number));
        belongsTo(mail, number, mail.customerId());
        return Route.JOIN;
    }

    private Complaint complaint(FormInput input) {
        String number = input.text(CASE, 40).toUpperCase();
        return complaints.find(number).filter(complaint -> shops.seenNow().includes(complaint.shop())).orElseThrow(() -> input.invalid(CASE, "mailbox.no-such-case", number));
    }

    /** What an agent assigns stays unverified unless the mail itself proves that it is the customer's. */
    private void belongsTo(InboundMail mail, String number, Long customer) {
        store.refersTo(mail.id(), number, mail.verified() && number.equals(mail.caseNumber()), customer);
    }

    private static Reason reason(Decision decision) {
        return switch (decision) {
            case OPEN -> Reason.SAID_COMPLAINT;
            case JOIN -> Reason.SAID_BELONGS;
            case REOPEN -> Reason.SAID_REOPEN;
            case REVIEW -> Reason.SAID_REVIEW;
            case NO_COMPLAINT -> Reason.SAID_NO_COMPLAINT;
            case SPAM -> Reason.SAID_SPAM;
        };
    }
}
