package org.complaintdesk.people;

import java.util.stream.Collectors;
import org.complaintdesk.identity.Account;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Where somebody works, in words. */
@Component
class PeopleWords {

    private final Wording wording;

    PeopleWords(Wording wording) {
        this.wording = wording;
    }

    String groups(Account person) {
        if (person.left()) {
            return wording.text("people.left");
        }
        return person.groups().isEmpty() ? wording.text("people.no-group")
                : person.groups().stream().map(wording::of).collect(Collectors.joining(wording.text("people.and")));
    }

    String shops(Account person) {
        if (person.left()) {
            return "–";
        }
        if (person.seesAllShops()) {
            return wording.text("people.all-shops");
        }
        return person.shops().isEmpty() ? wording.text("people.no-shop") : String.join(wording.text("people.and"), person.shops());
    }
}
