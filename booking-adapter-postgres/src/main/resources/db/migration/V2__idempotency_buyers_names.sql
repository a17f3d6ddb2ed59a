-- A booking carries the key of the request that made it, so that both are written or neither. The
-- index also holds the rule: one booking for a key of one user and show.
ALTER TABLE bookings
    ADD COLUMN idempotency_key text CHECK (char_length(idempotency_key) BETWEEN 1 AND 255),
    ADD COLUMN body_digest     text,
    ADD CHECK ((idempotency_key IS NULL) = (body_digest IS NULL));
CREATE UNIQUE INDEX bookings_by_idempotency_key ON bookings (show_id, user_id, idempotency_key)
    WHERE idempotency_key IS NOT NULL;

-- The same for shows, whose keys belong to the admin who sent them.
CREATE TABLE show_creations (
    user_id         text        NOT NULL CHECK (char_length(user_id) BETWEEN 1 AND 255),
    idempotency_key text        NOT NULL CHECK (char_length(idempotency_key) BETWEEN 1 AND 255),
    body_digest     text        NOT NULL,
    show_id         uuid        NOT NULL REFERENCES shows (id),
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (user_id, idempotency_key)
);

-- Says nothing: its row is what the requests of one user for one show queue on where seats are limited.
CREATE TABLE buyers (
    show_id uuid NOT NULL,
    user_id text NOT NULL CHECK (char_length(user_id) BETWEEN 1 AND 255),
    PRIMARY KEY (show_id, user_id)
);

-- Shows are looked for by any part of their name, whatever its case.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX shows_by_part_of_name ON shows USING gin (lower(name) gin_trgm_ops);
