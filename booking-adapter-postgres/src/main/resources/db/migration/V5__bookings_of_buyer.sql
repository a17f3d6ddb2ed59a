-- Behind each hold stands the count of what its buyer has of the show. With every booking in it, not only those with a key,
-- one index serves the rule of keys and that count; by the index of users all that he ever booked was read.
-- It is built beside the traffic, for as long as it takes. A build that broke off leaves an index that is not valid.
SET statement_timeout = 0;
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS bookings_of_buyer;
CREATE UNIQUE INDEX CONCURRENTLY bookings_of_buyer ON bookings (show_id, user_id, idempotency_key);
RESET statement_timeout;
RESET lock_timeout;
