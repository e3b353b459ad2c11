-- Rules that take signatures off a campaign's count. One goes through the signatures of its campaign by their rows' random ids.
CREATE TABLE invalidations (
    id BYTEA NOT NULL PRIMARY KEY,
    campaign_id BYTEA NOT NULL REFERENCES campaigns (id),
    state TEXT NOT NULL CHECK (state IN ('counting', 'counted', 'applying', 'applied', 'undoing', 'undone')),
    -- What a signature has to agree with, NULL where it does not matter. The domain is emptied when the key of the campaign's digests is
    -- destroyed.
    domain TEXT,
    country TEXT,
    region TEXT,
    source TEXT,
    locale TEXT,
    fast BIGINT NOT NULL,
    flagged BIGINT NOT NULL,
    -- What the public reads.
    reason TEXT NOT NULL,
    reason_locale TEXT NOT NULL,
    -- The last row that is done; empty before the first and after the last.
    done_to BYTEA NOT NULL,
    met BIGINT NOT NULL DEFAULT 0,
    invalidated BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    applied_at BIGINT,
    undone_at BIGINT,
    -- The server that works on it, and how long nobody else does.
    node BYTEA,
    leased_until BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX invalidations_campaign ON invalidations (campaign_id, applied_at);
CREATE INDEX invalidations_created ON invalidations (created_at);
CREATE INDEX invalidations_open ON invalidations (created_at) WHERE state IN ('counting', 'applying', 'undoing');

-- The rule that took a signature off the count.
ALTER TABLE signatures ADD COLUMN invalidation_id BYTEA;
CREATE INDEX signatures_invalidation ON signatures (invalidation_id, id) WHERE invalidation_id IS NOT NULL;
