-- What admins have set for the whole house: only what differs from the configuration and from what the program takes without it.
CREATE TABLE house_settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- How often they were changed, so that no admin overwrites unseen what another has saved. It has one row.
CREATE TABLE house_settings_version (
    one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    version BIGINT NOT NULL
);
INSERT INTO house_settings_version (one, version) VALUES (1, 1);

-- Whose addresses may start campaigns where only those may whom an admin has invited.
CREATE TABLE campaigners (
    id BYTEA NOT NULL PRIMARY KEY,
    -- Keyed fingerprint of the address, as accounts have it.
    digest BYTEA NOT NULL CONSTRAINT campaigners_digest_key UNIQUE,
    -- The address, encrypted and bound to the id.
    contact BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX campaigners_newest ON campaigners (created_at, id);

-- Campaigns that became public before a moderator had read them, and since when they wait for one.
CREATE TABLE unread_campaigns (
    campaign_id BYTEA NOT NULL PRIMARY KEY REFERENCES campaigns (id),
    since BIGINT NOT NULL
);
CREATE INDEX unread_campaigns_oldest ON unread_campaigns (since, campaign_id);
