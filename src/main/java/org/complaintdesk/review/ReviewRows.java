package org.complaintdesk.review;

import java.util.List;
import java.util.Optional;
import org.complaintdesk.complaint.ComplaintNumber;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ReviewRows extends ListCrudRepository<Review, Long> {

    @Query("select * from review where number = :number")
    Optional<Review> findByNumber(String number);

    List<Review> findByIdInOrderByIdDesc(List<Long> ids);

    List<Review> findByComplaintNumberOrderById(ComplaintNumber complaint);

    @Query("select * from review where complaint_number = :complaint and stage = :stage order by id")
    List<Review> findByComplaintNumberAndStageOrderById(ComplaintNumber complaint, ReviewStage stage);

    List<Review> findByCustomerIdOrderByIdDesc(long customerId);

    @Query("select * from review where order_number = :orderNumber or customer_id = :customerId order by id desc limit 10")
    List<Review> findRelated(String orderNumber, long customerId);
}
