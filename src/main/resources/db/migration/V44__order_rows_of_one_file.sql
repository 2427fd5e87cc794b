-- Which file told of an order last: two rows of one file with different amounts are parts of an order, and neither is what it cost.
alter table customer_order add column file bigint;
