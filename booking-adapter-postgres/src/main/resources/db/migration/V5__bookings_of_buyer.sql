-- Behind each hold stands the count of what its buyer has of the show. With every booking in it, not only those with a key,
-- one index serves the rule of keys and that count; by the index of users all that he ever booked was read.
-- It is built beside the traffic, and waits for older transactions as long as they take: nobody waits for it meanwhile.
SET lock_timeout = 0;
-- A build that broke off leaves an index that is not valid.
DROP INDEX CONCURRENTLY IF EXISTS bookings_of_buyer;
CREATE UNIQUE INDEX CONCURRENTLY bookings_of_buyer ON bookings (show_id, user_id, idempotency_key);
