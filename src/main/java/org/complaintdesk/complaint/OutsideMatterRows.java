package org.complaintdesk.complaint;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface OutsideMatterRows extends ListCrudRepository<OutsideMatter, Long> {

    List<OutsideMatter> findByCaseNumberOrderById(ComplaintNumber number);

    List<OutsideMatter> findByCaseNumberAndClosedAtIsNullOrderById(ComplaintNumber number);

    Optional<OutsideMatter> findByIdAndCaseNumber(long id, ComplaintNumber number);
}
