package org.complaintdesk.update;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.complaintdesk.customer.CaseLinks;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What a message to a customer links to, and in which words. */
@Component
class LetterLinks {

    private static final Set<String> SURVEYS = Set.of(UpdateKind.SURVEY.name(), UpdateKind.SURVEY_REMINDER.name());
    private static final Set<String> LABELLED = Set.of("EVIDENCE_REQUEST", "PROPOSAL", "AGREEMENT", "CUSTOMER_REMINDER",
            "RESULT", "NO_ANSWER", "SURVEY", "SURVEY_REMINDER");

    private final ObjectProvider<CaseLinks> links;

    LetterLinks(ObjectProvider<CaseLinks> links) {
        this.links = links;
    }

    /** @return what the mail links to: the case, and for an address nobody has confirmed the way to confirm it */
    Optional<LetterLink> inMail(CustomerUpdate update, Wording wording) {
        if (update.audience() == Audience.STAFF) {
            return Optional.empty();
        }
        return update.isConfirmed() ? shown(update, wording)
                : links().flatMap(known -> known.confirming(update.caseNumber(), update.recipient()))
                        .map(url -> new LetterLink(wording.text("update.link.confirm"), url));
    }

    /** @return what a colleague passes on: the case */
    Optional<LetterLink> shown(CustomerUpdate update, Wording wording) {
        String label = LABELLED.contains(update.kind()) ? "update.link." + update.kind() : "update.link.any";
        return update.audience() == Audience.STAFF ? Optional.empty()
                : links().flatMap(known -> known.of(update.caseNumber())).map(url -> new LetterLink(wording.text(label), url));
    }

    /** @return where the customer stops surveys, for a survey */
    Optional<URI> stopSurveys(CustomerUpdate update) {
        return isSurvey(update) ? links().flatMap(known -> known.stopSurveys(update.caseNumber())) : Optional.empty();
    }

    /** @return the linked page in the language named, for a survey */
    Optional<URI> inLanguage(CustomerUpdate update, LetterLink link, Locale language) {
        return isSurvey(update) ? Optional.of(UriComponentsBuilder.fromUri(link.url())
                .queryParam("lang", language.getLanguage()).build(true).toUri()) : Optional.empty();
    }

    private static boolean isSurvey(CustomerUpdate update) {
        return update.audience() == Audience.CUSTOMER && SURVEYS.contains(update.kind());
    }

    private Optional<CaseLinks> links() {
        return Optional.ofNullable(links.getIfAvailable());
    }
}
