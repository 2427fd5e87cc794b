package org.complaintdesk.customerfile;

import org.complaintdesk.customer.CustomerSearch;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.identity.Shops;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * A customer's file is unknown to whoever sees none of the shops the customer has to do with, whatever the page. A number whose
 * file became part of another stands for that one, here as on the pages.
 */
@ControllerAdvice(assignableTypes = {CustomerFilePages.class, WholeFilePages.class})
class OnlyOwnCustomers {

    private final Customers customers;
    private final CustomerSearch search;
    private final Shops shops;

    OnlyOwnCustomers(Customers customers, CustomerSearch search, Shops shops) {
        this.customers = customers;
        this.search = search;
        this.shops = shops;
    }

    @ModelAttribute
    void check(@PathVariable(required = false) Long id) {
        if (id != null && isHidden(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** @return whether whoever is signed in sees everything that is in the file: only then it is theirs to hand out or to end */
    boolean isWhole(long id) {
        return !search.concerns(inForce(id), shops.seenNow().hidden());
    }

    boolean isHidden(long id) {
        return search.isHidden(inForce(id), shops.seenNow().hidden());
    }

    private long inForce(long id) {
        return customers.byId(id).id();
    }
}
