-- News on campaigns, and their mailings.
CREATE TABLE updates (
    id BLOB NOT NULL PRIMARY KEY,
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved')),
    title TEXT NOT NULL,
    -- Markdown, as it was typed; `html` once it is public.
    body TEXT NOT NULL,
    html TEXT,
    locale TEXT NOT NULL,
    version BIGINT NOT NULL,
    remark TEXT,
    -- Test mails that were sent.
    tests BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    submitted_at BIGINT,
    approved_at BIGINT
) WITHOUT ROWID;
CREATE INDEX updates_campaign ON updates (campaign_id, created_at);
CREATE INDEX updates_public ON updates (campaign_id, approved_at) WHERE state = 'approved';
CREATE INDEX updates_submitted ON updates (submitted_at) WHERE state = 'submitted';

-- One goes through the signers of its campaign by their rows' random ids.
CREATE TABLE mailings (
    update_id BLOB NOT NULL PRIMARY KEY REFERENCES updates (id),
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'cancelled', 'done')),
    -- The last row that is done; empty before the first and after the last.
    done_to BLOB NOT NULL,
    -- Mails that were put into the outbox.
    made BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    -- The server that works on it, and how long nobody else does.
    node BLOB,
    leased_until BIGINT NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX mailings_campaign ON mailings (campaign_id, created_at);
CREATE INDEX mailings_open ON mailings (created_at) WHERE state IN ('queued', 'running');

-- Those whom updates are mailed to.
CREATE INDEX signatures_updates ON signatures (campaign_id, state, wants_updates, id) WHERE state = 'confirmed' AND wants_updates = 1;

-- Mails in bulk (1) go out when nothing else is due.
ALTER TABLE outbox ADD COLUMN bulk BIGINT NOT NULL DEFAULT 0;
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (state, bulk, not_before);
CREATE INDEX outbox_subject ON outbox (subject_id, id) WHERE subject_id IS NOT NULL;
