-- Numbers of signatures that a campaign has reached, each told to its team once. `day` counts days since 1970 in UTC.
CREATE TABLE milestones (
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    n BIGINT NOT NULL,
    day BIGINT NOT NULL,
    PRIMARY KEY (campaign_id, n)
) WITHOUT ROWID;

-- What those who are asked have answered, as a team wrote it down: one that the public reads, and one that waits for a moderator.
CREATE TABLE replies (
    id BLOB NOT NULL PRIMARY KEY,
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'shown')),
    answered_by TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    -- ISO 8601.
    day TEXT NOT NULL,
    link TEXT,
    locale TEXT NOT NULL,
    -- Of one that waits: what the moderator said who sent it back.
    remark TEXT,
    created_at BIGINT NOT NULL,
    CONSTRAINT replies_state_key UNIQUE (campaign_id, state)
) WITHOUT ROWID;
CREATE INDEX replies_waiting ON replies (created_at) WHERE state = 'waiting';
