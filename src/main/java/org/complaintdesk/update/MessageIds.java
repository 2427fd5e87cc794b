package org.complaintdesk.update;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskSecret;
import org.springframework.stereotype.Component;

/** Message-IDs that name their update and that only this desk can have made. */
@Component
class MessageIds {

    /** What may stand in a header as a Message-ID at all (RFC 5322, without comments and quoted parts). */
    static final Pattern ANY = Pattern.compile("<[!-;=?-~]{1,123}@[!-;=?-~]{1,123}>");

    private static final Pattern OURS = Pattern.compile("\\s*<?([A-Za-z0-9._-]{5,100})\\.([A-Za-z0-9_-]{22})@[!-;=?-~]{1,123}>?\\s*");
    private static final String PURPOSE = "message";

    private final DeskSecret secret;
    private final DeskProperties desk;

    MessageIds(DeskSecret secret, DeskProperties desk) {
        this.secret = secret;
        this.desk = desk;
    }

    /** @return the Message-ID of the update with this key, in angle brackets */
    String of(String key) {
        return "<" + key.replace('/', '.') + "." + secret.sign(PURPOSE, key) + "@" + desk.publicUrl().getHost() + ">";
    }

    /** @return the key of the update this names; empty when this desk did not make it */
    Optional<String> keyIn(String messageId) {
        Matcher ours = OURS.matcher(messageId == null ? "" : messageId);
        if (!ours.matches()) {
            return Optional.empty();
        }
        String key = ours.group(1).replace('.', '/');
        return secret.verify(PURPOSE, key, ours.group(2)) ? Optional.of(key) : Optional.empty();
    }
}
