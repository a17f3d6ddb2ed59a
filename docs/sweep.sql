-- What must be true of the database at any time, and most of all after a crash or a restore. Each row that comes back is a
-- seat with what is wrong about it; no row may. The tests ask the same, by this file.
--
--     psql "$DATABASE_URL" -f docs/sweep.sql

-- One statement sees one state, and statement_timestamp() one time: a hold that ends while this runs is no fault.
WITH live AS (
    SELECT b.show_id, b.id AS booking_id, CASE b.status WHEN 'PENDING' THEN b.expires_at END AS held_until,
           s.number
    FROM bookings b, unnest(b.seats) AS s (number)
    WHERE b.status = 'CONFIRMED' OR (b.status = 'PENDING' AND b.expires_at > statement_timestamp())
)
SELECT 'has more than one live booking' AS seat, show_id, number
FROM live
GROUP BY show_id, number
HAVING count(*) > 1
UNION ALL
SELECT 'does not name the live booking that has it', l.show_id, l.number
FROM live l
LEFT JOIN seats s ON s.show_id = l.show_id AND s.number = l.number
WHERE s.booking_id IS DISTINCT FROM l.booking_id
UNION ALL
SELECT 'is given up at another time than its live booking', l.show_id, l.number
FROM live l
JOIN seats s ON s.show_id = l.show_id AND s.number = l.number AND s.booking_id = l.booking_id
WHERE s.held_until IS DISTINCT FROM l.held_until
UNION ALL
SELECT 'is taken without a live booking', s.show_id, s.number
FROM seats s
WHERE s.booking_id IS NOT NULL
  AND (s.held_until IS NULL OR s.held_until > statement_timestamp())
  AND NOT EXISTS (
      SELECT FROM live l WHERE l.show_id = s.show_id AND l.booking_id = s.booking_id AND l.number = s.number)
UNION ALL
SELECT 'is missing before a later one', s.show_id, s.number - 1
FROM seats s
WHERE s.number > 1
  AND NOT EXISTS (SELECT FROM seats before WHERE before.show_id = s.show_id AND before.number = s.number - 1);
