package org.complaintdesk.update;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.Salutation;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.UnnamedShop;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Words the messages to customers. The facts come in the installation's language, so only what needs none of them is
 * written in the customer's own. To an address that may be someone else's goes nothing that was typed outside the house:
 * otherwise we would mail anybody's text to anybody.
 */
@Component
class UpdateLetters {

    private static final Set<UpdateKind> WITHOUT_FACTS = Set.of(UpdateKind.SURVEY, UpdateKind.SURVEY_REMINDER, UpdateKind.NEW_LINK);

    /** What our own people and tables say. */
    private static final Set<String> OURS = Set.of("handler", "fromReview", "received", "dueBy", "evidence", "answerBy", "remedy",
            "amount", "explanation", "round", "renegotiated", "done", "next", "newDue", "agreement", "action",
            "reference", "arrival", "original", "category", "severity", "waitingFor", "answer", "reopenBy", "message");
    private static final Set<UpdateKind> WITH_OUR_REASON = Set.of(UpdateKind.NEW_TIME, UpdateKind.DELAY_APOLOGY,
            UpdateKind.NOT_AGREED, UpdateKind.WITHDRAWN);

    private final Templates templates;
    private final Customers customers;
    private final MessageIds messages;
    private final DeskProperties desk;
    private final UnnamedShop unnamed;
    private final Wording installation;

    UpdateLetters(Templates templates, Customers customers, MessageIds messages, DeskProperties desk, UnnamedShop unnamed,
                  Wording installation) {
        this.templates = templates;
        this.customers = customers;
        this.messages = messages;
        this.desk = desk;
        this.unnamed = unnamed;
        this.installation = installation;
    }

    /** @return the letter; its reader's address may be one that mail came back from */
    Letter letter(CustomerUpdateDue due, Customer customer, String key) {
        Wording wording = wording(due);
        String shop = shop(due);
        Map<String, String> facts = facts(due, wording);
        facts.put("salutation", Salutation.of(due.confirmed() ? customer.name() : "", wording.locale()));
        facts.put("number", due.caseNumber());
        facts.put("shop", shop == null ? "" : shop);
        String subject = installation.text("update.subject", shop == null ? wording.text("update.desk") : shop,
                wording.text(subjectKey(due.kind().name(), due.unasked(), due.confirmed())), due.caseNumber());
        String recipient = Customers.isEmailAddress(customer.email()) ? customer.email() : null;
        return new Letter(recipient, Facts.oneLine(subject), templates.text(template(due), new Facts(facts), wording.locale()),
                messages.of(key));
    }

    CustomerUpdate.Reader reader(CustomerUpdateDue due, Customer customer) {
        return new CustomerUpdate.Reader(customer.id(), shop(due), due.channel(), due.unasked(), due.confirmed(),
                wording(due).locale().getLanguage());
    }

    /** @param unasked whether the customer wrote a review and did not complain to us */
    static String subjectKey(String kind, boolean unasked, boolean confirmed) {
        if (!UpdateKind.ACKNOWLEDGEMENT.name().equals(kind)) {
            return "update.subject." + kind;
        }
        return !confirmed ? "update.subject.unconfirmed" : "update.subject.ACKNOWLEDGEMENT" + (unasked ? ".review" : "");
    }

    private Map<String, String> facts(CustomerUpdateDue due, Wording wording) {
        Map<String, String> facts = new HashMap<>(due.facts());
        if (wording != installation) {
            facts.clear();
        }
        if (!due.confirmed()) {
            facts.keySet().removeIf(name -> !OURS.contains(name)
                    && !("reason".equals(name) && WITH_OUR_REASON.contains(due.kind())));
        }
        return facts;
    }

    /** @return the shop's name; null when nobody named it, or whoever wrote to us may have made it up */
    private String shop(CustomerUpdateDue due) {
        return unnamed.named(Facts.oneLine(due.shop()))
                .filter(shop -> due.confirmed() || desk.shops().stream().anyMatch(ours -> ours.name().equals(shop))).orElse(null);
    }

    private Wording wording(CustomerUpdateDue due) {
        boolean ownLanguage = WITHOUT_FACTS.contains(due.kind()) || confirms(due);
        return ownLanguage ? customers.language(due.customerId()).map(Locale::getLanguage)
                .map(language -> DeskProperties.Language.valueOf(language.toUpperCase(Locale.ROOT)).locale())
                .map(installation::in).orElse(installation) : installation;
    }

    private static String template(CustomerUpdateDue due) {
        return fileName(due.kind().name()) + (confirms(due) ? "-unconfirmed" : "");
    }

    private static boolean confirms(CustomerUpdateDue due) {
        return due.kind() == UpdateKind.ACKNOWLEDGEMENT && !due.confirmed();
    }

    static String fileName(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
