package org.complaintdesk.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface OrderRows extends Repository<CustomerOrder, Long> {

    /** @return 0 when the order is known already */
    @Modifying
    @Query("""
            insert into customer_order (customer_id, shop, channel, number, amount, product, paid_at, status, source,
                                        file, recorded_by, recorded_at)
            values (:customer, :shop, :channel, :number, :amount, :product, :paidAt, :status, :source, :file, :by, :at)
            on conflict do nothing""")
    int add(long customer, String shop, String channel, String number, BigDecimal amount, String product, Instant paidAt,
            OrderStatus status, OrderOrigin source, Long file, String by, Instant at);

    /** What is newly known replaces what was; what is not known any more stays. */
    @Modifying
    @Query("""
            update customer_order set amount = coalesce(:amount, amount), product = coalesce(:product, product),
                   paid_at = coalesce(:paidAt, paid_at),
                   status = case when :status = 'OTHER' then status else :status end, file = coalesce(:file, file)
             where shop = :shop and channel = :channel and number = :number""")
    void update(String shop, String channel, String number, BigDecimal amount, String product, Instant paidAt, OrderStatus status, Long file);

    @Query("""
            select exists (select from customer_order where shop = :shop and channel = :channel and number = :number
                              and file = :file and amount <> :amount)""")
    boolean costsOtherwiseIn(long file, String shop, String channel, String number, BigDecimal amount);

    Optional<CustomerOrder> findByShopAndChannelAndNumber(String shop, String channel, String number);

    @Query("select * from customer_order where customer_id = :customer order by coalesce(paid_at, recorded_at) desc, id desc")
    List<CustomerOrder> findOf(long customer);

    @Modifying
    @Query("update customer_order set customer_id = :into where customer_id = :from")
    void move(long from, long into);

    @Modifying
    @Query("delete from customer_order where customer_id = :customer")
    void deleteOf(long customer);
}
