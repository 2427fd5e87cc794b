package org.complaintdesk.insight;

import java.util.Optional;
import org.complaintdesk.identity.Shops;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whether whoever is signed in sees a case: those of their shops. What they do not see is not there for them. */
@Component
class SeenCases {

    private final Shops shops;
    private final InstanceRows instances;

    SeenCases(Shops shops, InstanceRows instances) {
        this.shops = shops;
        this.instances = instances;
    }

    /**
     * @return the instance; one that belongs to no case is seen by everyone here
     * @throws ResponseStatusException 404 when there is none, or it belongs to a case that is not seen
     */
    Instance instance(String id) {
        Instance found = instances.find(id).orElseThrow(SeenCases::notFound);
        if (!isSeen(found.caseNumber())) {
            throw notFound();
        }
        return found;
    }

    /** @throws ResponseStatusException 404 when there is no such case, or it is not seen */
    void check(String number) {
        Optional<String> shop = shops.ofCase(number);
        if (shop.isEmpty() || !shops.seenNow().includes(shop.get())) {
            throw notFound();
        }
    }

    private boolean isSeen(String number) {
        return shops.ofCase(number).map(shop -> shops.seenNow().includes(shop)).orElse(true);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
