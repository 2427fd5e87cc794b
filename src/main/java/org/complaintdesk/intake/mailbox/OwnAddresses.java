package org.complaintdesk.intake.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.update.UpdateProperties;
import org.springframework.stereotype.Component;

/** The addresses the desk itself writes from and is written to; mail from them is never a customer's. */
@Component
class OwnAddresses {

    private final List<String> addresses;

    OwnAddresses(MailboxProperties mailbox, UpdateProperties update, DeskProperties desk) {
        String sender = update.from() != null ? update.from() : "service@" + desk.publicUrl().getHost();
        Stream<String> shops = desk.shops().stream().map(DeskProperties.Shop::mail);
        addresses = Stream.of(Stream.of(mailbox.username(), sender, update.replyTo()), shops, mailbox.addresses().stream())
                .flatMap(each -> each).filter(Objects::nonNull).map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> each.contains("@")).distinct().toList();
    }

    List<String> all() {
        return addresses;
    }

    /** @param address in lower case; one with a mark behind a plus is the same */
    boolean include(String address) {
        return address != null && addresses.contains(address.replaceFirst("\\+[^@]*@", "@"));
    }
}
