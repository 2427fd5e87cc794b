package org.complaintdesk.update;

/** How an update is written. */
public interface UpdateRows {

    /**
     * Writes all of it, which is kept from then on.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is an update of this key already
     */
    CustomerUpdate save(CustomerUpdate update);
}
