-- What its WHERE left out, bookings_of_buyer has as well: servers that name that WHERE find it by their keys all the same.
DROP INDEX bookings_by_idempotency_key;
