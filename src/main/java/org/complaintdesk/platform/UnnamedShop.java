package org.complaintdesk.platform;

import java.util.Optional;
import java.util.stream.Stream;
import org.complaintdesk.platform.DeskProperties.Language;
import org.springframework.stereotype.Component;

/**
 * What a case is filed under when nobody said which shop it is about: words for our own people. To customers the desk goes by
 * its own name then.
 */
@Component
public class UnnamedShop {

    private static final String KEY = "mailbox.unknown-shop";

    private final Wording wording;

    UnnamedShop(Wording wording) {
        this.wording = wording;
    }

    /** @return what stands in the place of the shop's name */
    public String words() {
        return wording.text(KEY);
    }

    /**
     * @param filed the shop of a case
     * @return its name; empty when those are only the words for none, of whatever language the installation had then
     */
    public Optional<String> named(String filed) {
        return Optional.ofNullable(filed).filter(shop -> Stream.of(Language.values())
                .noneMatch(language -> wording.in(language.locale()).text(KEY).equals(shop)));
    }
}
