package org.complaintdesk.complaint;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface ComplaintRows extends ListCrudRepository<Complaint, Long> {

    Optional<Complaint> findByNumber(ComplaintNumber number);

    List<Complaint> findByIdInOrderByIdDesc(List<Long> ids);
}
