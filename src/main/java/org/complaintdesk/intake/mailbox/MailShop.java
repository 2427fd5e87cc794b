package org.complaintdesk.intake.mailbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskProperties.Shop;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Which shop a mail is about: the one it was sent to, the one it names, or the only one. */
@Component
class MailShop {

    private final List<Shop> shops;
    private final Wording wording;

    MailShop(DeskProperties desk, Wording wording) {
        this.shops = desk.shops();
        this.wording = wording;
    }

    /** @return its name; a text that says so when it is not known */
    String of(InboundMail mail, List<String> recipients) {
        String text = mail.subject() + "\n" + mail.body() + "\n" + mail.quoted();
        Optional<Shop> writtenTo = shops.stream().filter(shop -> shop.mail() != null && recipients.contains(shop.mail().toLowerCase())).findFirst();
        Optional<Shop> named = shops.stream().filter(shop -> text.contains(shop.name())).findFirst();
        Optional<Shop> only = shops.size() == 1 ? Optional.of(shops.get(0)) : Optional.empty();
        return Stream.of(writtenTo, named, only).flatMap(Optional::stream).map(Shop::name).findFirst()
                .orElseGet(() -> wording.text("mailbox.unknown-shop"));
    }

}
