-- Which shop a case is about, whatever kind of case it is.
create view case_shop (number, shop) as
select number, shop from complaint
union all
select number, shop from review;

-- Which shop a mail is about: that of its case, or the one it was written to or names. Null while nobody knows.
alter table inbound_mail add column shop varchar(100);
update inbound_mail m set shop = k.shop from case_shop k where k.number = m.case_number;

-- The shops a customer has to do with: who sees one of them sees the customer's file.
create view customer_shop (customer_id, shop) as
select customer_id, shop from complaint
union all
select customer_id, shop from review
union all
select customer_id, shop from customer_order;
