-- Keys begin with show_id, so that the data can be spread over machines by show.

CREATE TABLE shows (
    id                    uuid        PRIMARY KEY,
    name                  text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    type                  text        NOT NULL CHECK (type IN ('SHOW', 'TRIP', 'SLOT')),
    start_time            timestamptz NOT NULL,
    -- The seat plan: one entry a section, in order. It is read and written whole, with the show.
    section_names         text[]      NOT NULL,
    section_seats         int[]       NOT NULL,
    section_seats_per_row int[]       NOT NULL,
    status                text        NOT NULL CHECK (status IN ('SCHEDULED', 'CANCELLED')),
    sales_open_at         timestamptz,
    sales_close_at        timestamptz,
    max_seats_per_user    int         CHECK (max_seats_per_user BETWEEN 1 AND 1000),
    hold_seconds          int         NOT NULL CHECK (hold_seconds BETWEEN 10 AND 3600),
    version               bigint      NOT NULL CHECK (version >= 1),
    created_at            timestamptz NOT NULL,
    CHECK (cardinality(section_names) >= 1),
    CHECK (cardinality(section_names) = cardinality(section_seats)),
    CHECK (cardinality(section_names) = cardinality(section_seats_per_row))
);
CREATE INDEX shows_by_start_time ON shows (start_time, id);
CREATE INDEX shows_by_type_and_start_time ON shows (type, start_time, id);

-- The one truth of who has a seat. No index on what changes and room left in each page: every
-- change of hands is then a heap-only update. No foreign key to bookings: it would lock a booking
-- row for every seat.
CREATE TABLE seats (
    show_id    uuid        NOT NULL REFERENCES shows (id),
    number     int         NOT NULL CHECK (number >= 1),
    booking_id uuid,
    held_until timestamptz,
    blocked    boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (show_id, number),
    CHECK (held_until IS NULL OR booking_id IS NOT NULL),
    CHECK (NOT blocked OR booking_id IS NULL)
) WITH (fillfactor = 70);

-- No foreign key to shows: each insert selects from the show's own row, and shows are never deleted.
CREATE TABLE bookings (
    show_id         uuid        NOT NULL,
    id              uuid        NOT NULL,
    user_id         text        NOT NULL CHECK (char_length(user_id) BETWEEN 1 AND 255),
    seats           int[]       NOT NULL CHECK (cardinality(seats) BETWEEN 1 AND 100),
    cancelled_seats int[]       NOT NULL DEFAULT '{}',
    status          text        NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'FAILED', 'CANCELLED')),
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz,
    confirmed_at    timestamptz,
    cancelled_at    timestamptz,
    failure_reason  text        CHECK (failure_reason IN ('EXPIRED')),
    PRIMARY KEY (show_id, id),
    CHECK (status <> 'PENDING' OR expires_at IS NOT NULL),
    CHECK ((status = 'CONFIRMED') <= (confirmed_at IS NOT NULL)),
    CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL)),
    CHECK ((status = 'FAILED') = (failure_reason IS NOT NULL))
);
CREATE INDEX bookings_by_id ON bookings (id);
CREATE INDEX bookings_of_user ON bookings (user_id, created_at, id);
CREATE INDEX bookings_to_expire ON bookings (expires_at) WHERE status = 'PENDING';
