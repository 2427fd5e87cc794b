package org.complaintdesk.customer;

import java.net.URI;
import java.util.Optional;

/** Private links to a customer's own pages. Whoever has one may read and act there, so it only goes to the customer. */
public interface CaseLinks {

    /** @return where the customer follows the case; empty when the case has no such page (any more) */
    Optional<URI> of(String caseNumber);

    /** @return the same page, where whoever receives mail at the address can confirm that it is theirs */
    Optional<URI> confirming(String caseNumber, String address);

    /** @return where the customer can say that they want no more surveys */
    Optional<URI> stopSurveys(String caseNumber);
}
