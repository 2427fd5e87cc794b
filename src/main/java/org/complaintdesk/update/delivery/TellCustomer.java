package org.complaintdesk.update.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerTold;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.update.CustomerUpdate;
import org.complaintdesk.update.ToldVia;
import org.complaintdesk.update.Updates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** An agent gives the customer the ready text by chat or phone. */
@Component
class TellCustomer implements TaskListener {

    private static final String CUSTOMER_NAME = "customerName";
    private static final String READY_TEXT = "readyText";
    private static final String TELL_WHERE = "tellWhere";
    private static final String TOLD_VIA = "toldVia";
    private static final String TOLD_NOTE = "toldNote";
    private static final List<String> OF_THE_FORM = List.of(READY_TEXT, TELL_WHERE, TOLD_VIA, TOLD_NOTE);
    private static final int TEXT_LENGTH = 4000;
    private static final int NOTE_LENGTH = 2000;

    private final Updates updates;
    private final Customers customers;
    private final Wording wording;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TellCustomer(Updates updates, Customers customers, Wording wording, Clock clock, ApplicationEventPublisher events) {
        this.updates = updates;
        this.customers = customers;
        this.wording = wording;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void notify(DelegateTask task) {
        CustomerUpdate update = updates.byKey(DeliveryVariables.read(task.getExecution()).key());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            prepare(task, update);
        } else {
            finish(task, update);
        }
    }

    private void prepare(DelegateTask task, CustomerUpdate update) {
        Customer customer = customers.byId(update.customerId());
        task.getExecution().setVariable(CUSTOMER_NAME, customer.name());
        task.getExecution().setVariable(READY_TEXT, shortened(update.body()));
        task.getExecution().setVariable(TELL_WHERE, where(update, customer));
    }

    private void finish(DelegateTask task, CustomerUpdate update) {
        ToldVia via = via(task.getVariable(TOLD_VIA));
        String note = note(task.getVariable(TOLD_NOTE));
        String by = person(task);
        update.told(via, note, by, clock.instant());
        updates.save(update);
        events.publishEvent(new CustomerTold(update.caseNumber(), UpdateKind.valueOf(update.kind()), wording.of(via),
                note, by));
        task.getExecution().removeVariables(OF_THE_FORM);
    }

    private ToldVia via(Object entered) {
        return Stream.of(ToldVia.values()).filter(via -> via.name().equals(entered)).findFirst()
                .orElseThrow(() -> new InvalidInput(TOLD_VIA, wording.text("update.toldVia.missing")));
    }

    private String note(Object entered) {
        if (entered != null && !(entered instanceof String)) {
            throw new InvalidInput(TOLD_NOTE, wording.text("update.toldNote.invalid", NOTE_LENGTH));
        }
        String note = Objects.toString(entered, "").strip();
        if (note.length() > NOTE_LENGTH || note.indexOf('\0') >= 0) {
            throw new InvalidInput(TOLD_NOTE, wording.text("update.toldNote.invalid", NOTE_LENGTH));
        }
        return note;
    }

    private String where(CustomerUpdate update, Customer customer) {
        String contacts = Stream.of(
                        contact("update.tell.platform", customer.platformId()),
                        contact("update.tell.phone", customer.phone()))
                .filter(Objects::nonNull).collect(Collectors.joining(wording.text("update.tell.or")));
        String subject = wording.text("UpdateKind." + update.kind());
        String advice = contacts.isEmpty() ? wording.text("update.tell.unknown", subject)
                : wording.text("update.tell.where", subject, contacts);
        return update.rejection() == null ? advice : wording.text("update.tell.rejected") + " " + advice;
    }

    private String contact(String key, String value) {
        return value == null ? null : wording.text(key, literal(value));
    }

    private String shortened(String text) {
        if (text.length() <= TEXT_LENGTH) {
            return text;
        }
        String hint = wording.text("update.tell.shortened");
        return text.substring(0, TEXT_LENGTH - hint.length() - 2).stripTrailing() + "\n" + hint;
    }

    /** The form shows this as Markdown, in which a name must not become a link or an emphasis. */
    private static String literal(String value) {
        return value.replaceAll("([\\\\`*_{}\\[\\]()#+.!|<>~-])", "\\\\$1");
    }

    private static String person(DelegateTask task) {
        Authentication current = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return current == null ? task.getAssignee() : current.getUserId();
    }
}
