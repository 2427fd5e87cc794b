package org.complaintdesk.update;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskSecret;
import org.springframework.stereotype.Component;

/**
 * From where mail comes and where answers to it go. With plus-addressing an address names its case, signed:
 * {@code service+C-20261121-000042.2jf…@example.com}. Mail servers may change the case of letters on the way.
 */
@Component
class ReplyAddresses {

    private static final Pattern SIGNED = Pattern.compile("[^+@\\s]+\\+([A-Za-z]-[0-9]{8}-[0-9]{1,12})\\.([A-Za-z0-9_-]{22})@[^@\\s]+");
    private static final String PURPOSE = "reply";

    private final UpdateProperties settings;
    private final DeskProperties desk;
    private final DeskSecret secret;

    ReplyAddresses(UpdateProperties settings, DeskProperties desk, DeskSecret secret) {
        this.settings = settings;
        this.desk = desk;
        this.secret = secret;
    }

    String sender() {
        return settings.from() != null ? settings.from() : "service@" + desk.publicUrl().getHost();
    }

    /** @return where answers about the case go when not to the sender */
    Optional<String> replyTo(CustomerUpdate update) {
        if (settings.plusAddressing() && update.audience() == Audience.CUSTOMER) {
            return Optional.of(signed(settings.replyTo() != null ? settings.replyTo() : sender(), update.caseNumber()));
        }
        return Optional.ofNullable(settings.replyTo());
    }

    /** @return where mail that cannot be delivered returns to when not to the sender */
    Optional<String> returnTo(CustomerUpdate update) {
        return settings.plusAddressing() ? Optional.of(signed(sender(), update.caseNumber())) : Optional.empty();
    }

    /** @return the case an address names; empty when it names none, or this desk did not make it */
    Optional<String> caseNumberIn(String address) {
        Matcher signed = SIGNED.matcher(address == null ? "" : address.strip());
        if (!signed.matches()) {
            return Optional.empty();
        }
        String number = signed.group(1).toUpperCase(Locale.ROOT);
        boolean ours = MessageDigest.isEqual(mac(number).getBytes(StandardCharsets.US_ASCII),
                signed.group(2).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        return ours ? Optional.of(number) : Optional.empty();
    }

    private String signed(String address, String caseNumber) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at) + "+" + caseNumber + "." + mac(caseNumber) + address.substring(at);
    }

    private String mac(String caseNumber) {
        return secret.sign(PURPOSE, caseNumber).toLowerCase(Locale.ROOT);
    }
}
