package org.complaintdesk.update;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Lays out a message: what was worded, the customer's private link, and why the mail comes. */
@Component
class MailContent {

    private static final String UTF_8 = "UTF-8";

    private final Templates templates;
    private final LetterLinks links;
    private final Wording installation;

    MailContent(Templates templates, LetterLinks links, Wording installation) {
        this.templates = templates;
        this.links = links;
        this.installation = installation;
    }

    MimeMultipart of(CustomerUpdate update) throws MessagingException {
        Wording wording = wording(update);
        LetterLink link = links.inMail(update, wording).orElse(null);
        List<Templates.Footer> footers = footers(update, link, wording);
        String lines = footers.stream().map(Templates.Footer::line).collect(Collectors.joining("\n"));
        MimeBodyPart text = new MimeBodyPart();
        text.setText(text(update, link, wording) + "\n\n-- \n" + lines + "\n", UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(templates.html(new Templates.Sheet(senderName(update), title(update, wording), about(update).shown(update.caseNumber()),
                update.body(), link, wording.text("update.link.caution"), footers), wording.locale()), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    /** What a colleague tells the customer by another way: the whole text with the customer's private link. */
    String toPassOn(CustomerUpdate update) {
        Wording wording = wording(update);
        return text(update, links.shown(update, wording).orElse(null), wording);
    }

    String senderName(CustomerUpdate update) {
        return StringUtils.hasText(update.shop()) ? update.shop() : wording(update).text("update.desk");
    }

    private String text(CustomerUpdate update, LetterLink link, Wording wording) {
        return link == null ? update.body() : templates.withLink(update.body(), senderName(update),
                wording.text("update.link.line", link.label(), link.url(), wording.text("update.link.caution")));
    }

    private String title(CustomerUpdate update, Wording wording) {
        if (update.audience() == Audience.STAFF) {
            return wording.text(about(update).subject(update.kind()));
        }
        return wording.text(UpdateLetters.subjectKey(update.kind(), update.isUnasked(), update.isConfirmed()));
    }

    private List<Templates.Footer> footers(CustomerUpdate update, LetterLink link, Wording wording) {
        List<Templates.Footer> footers = new ArrayList<>();
        footers.add(new Templates.Footer(reason(update, wording), null));
        Wording other = installation.in(other(wording.locale()));
        Optional.ofNullable(link).flatMap(own -> links.inLanguage(update, own, other.locale())).ifPresent(url ->
                footers.add(new Templates.Footer(other.text("update.footer.language"), url)));
        links.stopSurveys(update).ifPresent(url ->
                footers.add(new Templates.Footer(wording.text("update.footer.stop-surveys"), url)));
        return footers;
    }

    private String reason(CustomerUpdate update, Wording wording) {
        if (update.audience() == Audience.STAFF) {
            return wording.text(about(update).key("update.footer.staff"), about(update).shown(update.caseNumber()));
        }
        if (!update.isConfirmed()) {
            return wording.text("update.footer.unconfirmed", senderName(update), update.caseNumber());
        }
        // A case that we opened ourselves is about a review, whatever its number is called.
        CaseKind began = update.isUnasked() ? CaseKind.REVIEW : about(update);
        return StringUtils.hasText(update.shop()) ? wording.text(began.key("update.footer.customer"), update.shop(), update.caseNumber())
                : wording.text(began.key("update.footer.customer.of-no-shop"), update.caseNumber());
    }

    private Wording wording(CustomerUpdate update) {
        return update.language() == null ? installation
                : installation.in(DeskProperties.Language.valueOf(update.language().toUpperCase(Locale.ROOT)).locale());
    }

    private static Locale other(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    private static CaseKind about(CustomerUpdate update) {
        return CaseKind.of(update.caseNumber());
    }
}
