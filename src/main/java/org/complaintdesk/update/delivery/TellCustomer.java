package org.complaintdesk.update.delivery;

import java.time.Clock;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.complaintdesk.assignment.NewWork;
import org.complaintdesk.casework.CaseHandler;
import org.complaintdesk.casework.TaskFlow;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerTold;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.update.CustomerUpdate;
import org.complaintdesk.update.ToldVia;
import org.complaintdesk.update.Updates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** An agent gives the customer the ready text by chat or phone. */
@Component
class TellCustomer implements TaskListener {

    private static final String READY_TEXT = "readyText";
    private static final String TELL_WHERE = "tellWhere";
    private static final int TEXT_LENGTH = 4_000;
    private static final int NOTE_LENGTH = 2_000;

    private final Updates updates;
    private final Customers customers;
    private final CaseHandler handlers;
    private final Wording wording;
    private final SignedIn signedIn;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TellCustomer(Updates updates, Customers customers, CaseHandler handlers, Wording wording, SignedIn signedIn,
                 Clock clock, ApplicationEventPublisher events) {
        this.updates = updates;
        this.customers = customers;
        this.handlers = handlers;
        this.wording = wording;
        this.signedIn = signedIn;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void notify(DelegateTask task) {
        CustomerUpdate update = updates.byKey(DeliveryVariables.read(TaskFlow.of(task)).key());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            prepare(task, update);
        } else {
            finish(task, update);
        }
    }

    private void prepare(DelegateTask task, CustomerUpdate update) {
        Customer customer = customers.byId(update.customerId());
        task.getExecution().setVariable(DeliveryVariables.CUSTOMER_NAME, customer.name());
        task.setVariableLocal(READY_TEXT, shortened(update.body()));
        task.setVariableLocal(TELL_WHERE, where(update, customer));
        task.getExecution().setVariable("toldVia", usualWay(update).name());
        handlers.assign(task, update.caseNumber(),
                () -> NewWork.of(task.getTenantId(), null, update.channel(), customer.language()));
    }

    /** What the form starts with, so that telling takes one click: the channel the complaint came in by. */
    private static ToldVia usualWay(CustomerUpdate update) {
        return "PHONE".equals(update.channel()) ? ToldVia.PHONE : ToldVia.CHAT;
    }

    private void finish(DelegateTask task, CustomerUpdate update) {
        FormInput input = new FormInput(task, wording);
        ToldVia via = input.choice("toldVia", ToldVia.class);
        String note = Objects.requireNonNullElse(input.optionalText("toldNote", NOTE_LENGTH), "");
        String by = signedIn.person().orElse(task.getAssignee());
        update.told(via, note, by, clock.instant());
        updates.save(update);
        events.publishEvent(new CustomerTold(update.caseNumber(), UpdateKind.valueOf(update.kind()), wording.of(via),
                note, by));
        task.removeVariablesLocal();
        DeliveryVariables.removeUnknown(task.getExecution());
    }

    private String where(CustomerUpdate update, Customer customer) {
        String contacts = Stream.of(
                        contact("update.tell.platform", customer.platformId()),
                        contact("update.tell.phone", customer.phone()))
                .filter(Objects::nonNull).collect(Collectors.joining(wording.text("update.tell.or")));
        String subject = wording.text("UpdateKind." + update.kind());
        String advice = contacts.isEmpty() ? wording.text("update.tell.unknown", subject)
                : wording.text("update.tell.where", subject, contacts);
        String page = wording.text("update.tell.page", UriComponentsBuilder.fromPath("/cases/{number}/messages/one")
                .queryParam("key", "{key}").encode().buildAndExpand(update.caseNumber(), update.key()).toUriString());
        return Stream.of(update.rejection() == null ? "" : wording.text("update.tell.rejected"), advice, page)
                .filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
    }

    private String contact(String key, String value) {
        return value == null ? null : wording.text(key, Markdown.literal(value, 100));
    }

    private String shortened(String text) {
        if (text.length() <= TEXT_LENGTH) {
            return text;
        }
        String hint = wording.text("update.tell.shortened");
        return text.substring(0, TEXT_LENGTH - hint.length() - 2).stripTrailing() + "\n" + hint;
    }
}
