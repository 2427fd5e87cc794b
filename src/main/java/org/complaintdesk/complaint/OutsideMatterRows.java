package org.complaintdesk.complaint;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface OutsideMatterRows extends ListCrudRepository<OutsideMatter, Long> {

    List<OutsideMatter> findByCaseNumberOrderById(ComplaintNumber number);

    @Query("select * from outside_matter where case_number = :number and closed_at is null order by id")
    List<OutsideMatter> findOpen(ComplaintNumber number);

    Optional<OutsideMatter> findByIdAndCaseNumber(long id, ComplaintNumber number);
}
