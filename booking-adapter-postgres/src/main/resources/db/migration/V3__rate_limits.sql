-- How many requests each caller has left, where servers count them together. bucket4j reads and writes it; a row that has
-- expired says no more than none at all. What is lost in a crash is missed by nobody, so nothing of it goes to the WAL.
CREATE UNLOGGED TABLE rate_limits (
    caller     text   PRIMARY KEY,
    state      bytea,
    -- Milliseconds since 1970. The default is for a row whose server died between its two steps.
    expires_at bigint NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000)::bigint + 60000
);
CREATE INDEX rate_limits_by_expiry ON rate_limits (expires_at);
