-- Beside what the rows (`counted`) and the tallies (`tallied`) say: the count that readers saw.
ALTER TABLE recounts ADD COLUMN shown BIGINT NOT NULL DEFAULT 0;
CREATE INDEX recounts_day ON recounts (day);
