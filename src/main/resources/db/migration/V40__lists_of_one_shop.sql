-- Whoever sees one shop of many gets a list as quickly as a desk with that one shop, also by what hardly any case has (decision 0034).
create index complaint_of_shop_with_facts on complaint (shop, id desc) include (stage, category, severity, channel, received_at, closed_at);
drop index complaint_of_shop;
create index complaint_unsettled_of_shop on complaint (shop, settlement_due, id desc) where settled_at is null and closed_at is null;

-- The orders by risk and by finish are read off an index as far as a page goes.
create index case_forecast_by_chance on case_forecast (chance desc, complaint_id desc) where chance is not null;
create index case_forecast_by_finish on case_forecast (likely_at, complaint_id desc) where likely_at is not null;
