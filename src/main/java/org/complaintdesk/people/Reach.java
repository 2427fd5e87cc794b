package org.complaintdesk.people;

import java.util.List;
import org.complaintdesk.identity.Account;
import org.complaintdesk.identity.Accounts;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whom whoever is signed in sees and leads; others are not there for them. */
@Component
class Reach {

    private final Accounts accounts;
    private final Shops shops;
    private final SignedIn signedIn;

    Reach(Accounts accounts, Shops shops, SignedIn signedIn) {
        this.accounts = accounts;
        this.shops = shops;
        this.signedIn = signedIn;
    }

    Viewer viewer() {
        Account me = signedIn.person().flatMap(accounts::find).orElseThrow(Reach::notThere);
        return new Viewer(me, shops.seenNow());
    }

    List<Account> everybody(Viewer viewer) {
        return accounts.all().stream().filter(viewer::sees).toList();
    }

    /** @throws ResponseStatusException 404 when there is no such person for them */
    Account seen(Viewer viewer, String id) {
        return accounts.find(id).filter(viewer::sees).orElseThrow(Reach::notThere);
    }

    /** @throws ResponseStatusException 404 when there is no such person for them, 403 when they only see them */
    Account led(Viewer viewer, String id) {
        Account person = seen(viewer, id);
        if (!viewer.leads(person)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return person;
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
