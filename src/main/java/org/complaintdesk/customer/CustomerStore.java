package org.complaintdesk.customer;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface CustomerStore extends ListCrudRepository<Customer, Long> {

    @Query("""
            select * from customer
             where name = :name
               and coalesce(email, '') = coalesce(:email, '')
               and coalesce(phone, '') = coalesce(:phone, '')
               and coalesce(platform_id, '') = coalesce(:platformId, '')
             order by id limit 1""")
    Optional<Customer> findSame(String name, String email, String phone, String platformId);
}
