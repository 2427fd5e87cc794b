package org.complaintdesk.intake.mailbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskProperties.Shop;
import org.complaintdesk.platform.UnnamedShop;
import org.springframework.stereotype.Component;

/** Which shop a mail is about: its case's, the one it was sent to, the one it names, its sender's, or the only one. */
@Component
class MailShop {

    private final List<Shop> shops;
    private final Complaints complaints;
    private final UnnamedShop unnamed;

    MailShop(DeskProperties desk, Complaints complaints, UnnamedShop unnamed) {
        this.shops = desk.shops();
        this.complaints = complaints;
        this.unnamed = unnamed;
    }

    /** @return its name; a text that says so when it is not known */
    String of(InboundMail mail, List<String> recipients) {
        return known(mail, recipients).orElseGet(unnamed::words);
    }

    /** @return empty when it is not known */
    Optional<String> known(InboundMail mail, List<String> recipients) {
        if (mail.shop() != null) {
            return Optional.of(mail.shop());
        }
        String text = mail.subject() + "\n" + mail.body() + "\n" + mail.quoted();
        Optional<Shop> writtenTo = shops.stream().filter(shop -> shop.mail() != null && recipients.contains(shop.mail().toLowerCase())).findFirst();
        Optional<Shop> named = shops.stream().filter(shop -> text.contains(shop.name())).findFirst();
        Optional<Shop> only = shops.size() == 1 ? Optional.of(shops.get(0)) : Optional.empty();
        return Stream.of(writtenTo, named, only).flatMap(Optional::stream).map(Shop::name).findFirst().or(() -> senders(mail));
    }

    /** A customer who has cases with one shop most likely writes to that one. */
    private Optional<String> senders(InboundMail mail) {
        List<String> known = mail.customerId() == null ? List.of()
                : complaints.of(mail.customerId()).stream().map(Complaint::shop).distinct().toList();
        return known.size() == 1 && shops.stream().anyMatch(shop -> shop.name().equals(known.get(0)))
                ? Optional.of(known.get(0)) : Optional.empty();
    }

}
