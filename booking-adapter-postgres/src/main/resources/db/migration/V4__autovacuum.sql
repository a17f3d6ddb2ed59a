-- Tidied when one row in fifty is dead, not one in five: of 20 million seats that would be four million. Seats change
-- hands heap-only and are mostly tidied page by page as they are written to; a booking that is confirmed or expires leaves
-- the index of pending holds, which is never heap-only; whoever holds seats writes his row of buyers again each time.
ALTER TABLE seats SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE bookings SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE buyers SET (autovacuum_vacuum_scale_factor = 0.02);
