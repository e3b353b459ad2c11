-- The public key that an owner has made for a draft, since when (microseconds), and the private half, locked with a passphrase that only
-- its holder knows. They become the campaign's when it is published.
ALTER TABLE drafts ADD COLUMN public_key BYTEA;
ALTER TABLE drafts ADD COLUMN key_copy BYTEA;
ALTER TABLE drafts ADD COLUMN keyed_at BIGINT;
ALTER TABLE campaign_keys ADD COLUMN key_copy BYTEA;
