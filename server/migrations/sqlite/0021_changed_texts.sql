-- The reasons of the catalogue for which a draft was refused, with commas between their codes. Those of a hidden campaign stay in a table
-- of their own: changes to its texts can be refused while it is hidden.
ALTER TABLE drafts ADD COLUMN grounds TEXT NOT NULL DEFAULT '';
UPDATE drafts SET grounds = COALESCE((SELECT group_concat(g.code, ',') FROM decision_grounds g WHERE g.campaign_id = drafts.id), '');
DELETE FROM decision_grounds WHERE campaign_id IN (SELECT id FROM drafts);
