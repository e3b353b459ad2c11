-- A person alone is a team of one.
CREATE TABLE team_members (
    team_id BYTEA NOT NULL REFERENCES teams (id),
    account_id BYTEA NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'analyst')),
    PRIMARY KEY (team_id, account_id)
);
CREATE INDEX team_members_account ON team_members (account_id);

-- Campaigns that are not public yet, as they were typed. The id becomes that of the campaign.
CREATE TABLE drafts (
    id BYTEA NOT NULL PRIMARY KEY,
    team_id BYTEA NOT NULL REFERENCES teams (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'rejected')),
    form TEXT NOT NULL,
    version BIGINT NOT NULL,
    remark TEXT,
    created_at BIGINT NOT NULL,
    submitted_at BIGINT
);
CREATE INDEX drafts_team ON drafts (team_id);
CREATE INDEX drafts_submitted ON drafts (submitted_at) WHERE state = 'submitted';
