-- What its WHERE left out, bookings_of_buyer has as well: a server that names that WHERE finds it by its keys all the same.
SET lock_timeout = 0;
DROP INDEX CONCURRENTLY IF EXISTS bookings_by_idempotency_key;
