-- Signers of a campaign that nobody may read had an empty box; they have none from now on, so that a list, should one be allowed later, is
-- of those alone who were told.
UPDATE signatures SET epoch = NULL, sealed = NULL WHERE campaign_id IN (SELECT id FROM campaigns WHERE reading = 'none');
DELETE FROM epoch_keys WHERE campaign_id IN (SELECT id FROM campaigns WHERE reading = 'none');
