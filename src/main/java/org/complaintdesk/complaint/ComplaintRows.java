package org.complaintdesk.complaint;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface ComplaintRows extends ListCrudRepository<Complaint, Long> {

    Optional<Complaint> findByNumber(ComplaintNumber number);
}
