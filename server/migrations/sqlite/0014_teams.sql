-- Invitation mails of the hour (UTC, since 1970) that a team has begun: it may send so many.
ALTER TABLE teams ADD COLUMN mails_hour BIGINT NOT NULL DEFAULT 0;
ALTER TABLE teams ADD COLUMN mails BIGINT NOT NULL DEFAULT 0;

-- Who was invited into a team and has not answered yet; for seven days.
CREATE TABLE team_invitations (
    id BLOB NOT NULL PRIMARY KEY,
    team_id BLOB NOT NULL REFERENCES teams (id),
    role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'analyst')),
    -- Keyed fingerprint of the address, as accounts have it.
    digest BLOB NOT NULL,
    -- The address, encrypted.
    address BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT team_invitations_once UNIQUE (team_id, digest)
) WITHOUT ROWID;
CREATE INDEX team_invitations_created ON team_invitations (created_at);

-- Campaigns, or drafts, that one team would hand over to whoever owns an address; for seven days.
CREATE TABLE campaign_offers (
    campaign_id BLOB NOT NULL PRIMARY KEY,
    team_id BLOB NOT NULL REFERENCES teams (id),
    digest BLOB NOT NULL,
    address BLOB NOT NULL,
    created_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX campaign_offers_team ON campaign_offers (team_id);
CREATE INDEX campaign_offers_digest ON campaign_offers (digest);
CREATE INDEX campaign_offers_created ON campaign_offers (created_at);
