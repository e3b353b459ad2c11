-- Ids are 16 bytes, times Unix microseconds in UTC, lists JSON, booleans 0 or 1. The twin for PostgreSQL has the same tables.

CREATE TABLE teams (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE campaigns (
    id BLOB NOT NULL PRIMARY KEY,
    team_id BLOB NOT NULL REFERENCES teams (id),
    slug TEXT NOT NULL CONSTRAINT campaigns_slug_key UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'gathering', 'submitted', 'published', 'closed', 'archived', 'rejected', 'hidden')),
    started_by TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    closes_at BIGINT,
    goal BIGINT NOT NULL,
    reading TEXT NOT NULL CHECK (reading IN ('none', 'names', 'contact')),
    reasons TEXT NOT NULL CHECK (reasons IN ('off', 'reviewed', 'open')),
    asks_postcode BIGINT NOT NULL,
    revision_id BLOB NOT NULL,
    -- Wrapped under the server's key; deleting it makes the digests of this campaign meaningless.
    digest_key BLOB,
    search TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    published_at BIGINT NOT NULL
);
CREATE INDEX campaigns_published ON campaigns (state, published_at);

CREATE TABLE revisions (
    id BLOB NOT NULL PRIMARY KEY,
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    number BIGINT NOT NULL,
    default_locale TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT revisions_number_key UNIQUE (campaign_id, number)
);

CREATE TABLE revision_texts (
    revision_id BLOB NOT NULL REFERENCES revisions (id),
    locale TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    story TEXT NOT NULL,
    story_html TEXT NOT NULL,
    demands TEXT NOT NULL,
    targets TEXT NOT NULL,
    facts TEXT,
    consent TEXT NOT NULL,
    PRIMARY KEY (revision_id, locale)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE campaign_search USING fts5 (campaign_id UNINDEXED, body, tokenize = 'unicode61');

-- Public keys of those who may open what signers gave.
CREATE TABLE campaign_keys (
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    key_id BLOB NOT NULL,
    public_key BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (campaign_id, key_id)
) WITHOUT ROWID;

-- An hour's secret, sealed once for each key of the campaign.
CREATE TABLE epoch_keys (
    epoch BLOB NOT NULL,
    key_id BLOB NOT NULL,
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    enc BLOB NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (epoch, key_id)
) WITHOUT ROWID;
CREATE INDEX epoch_keys_campaign ON epoch_keys (campaign_id, epoch);

CREATE TABLE signatures (
    id BLOB NOT NULL PRIMARY KEY,
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'withdrawn', 'invalidated')),
    digest BLOB,
    seat BIGINT CHECK (seat IN (1, 2)),
    name_tag BLOB,
    domain_tag BLOB,
    fast BIGINT NOT NULL DEFAULT 0,
    flagged BIGINT NOT NULL DEFAULT 0,
    epoch BLOB,
    sealed BLOB,
    contact BLOB,
    wants_updates BIGINT NOT NULL DEFAULT 0,
    country TEXT NOT NULL,
    region TEXT NOT NULL,
    source TEXT NOT NULL,
    locale TEXT NOT NULL,
    revision_id BLOB NOT NULL REFERENCES revisions (id),
    public_name TEXT,
    reason TEXT,
    reason_state TEXT CHECK (reason_state IN ('waiting', 'shown', 'removed')),
    -- Of pending rows only.
    created_at BIGINT,
    code_tries BIGINT,
    mails BIGINT,
    mails_today BIGINT,
    mailed_at BIGINT,
    -- Of confirmed rows: the UTC day of the last "you have already signed".
    noticed_day BIGINT,
    CONSTRAINT signatures_seat_key UNIQUE (campaign_id, digest, seat)
) WITHOUT ROWID;
CREATE INDEX signatures_pending ON signatures (created_at) WHERE state = 'pending';
CREATE INDEX signatures_state ON signatures (campaign_id, state, id);
CREATE INDEX signatures_reasons ON signatures (campaign_id, reason_state, id) WHERE reason_state IS NOT NULL;

-- Events, only ever added to. `hour` counts hours since 1970 in UTC.
CREATE TABLE tallies (
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    hour BIGINT NOT NULL,
    country TEXT NOT NULL,
    region TEXT NOT NULL,
    source TEXT NOT NULL,
    locale TEXT NOT NULL,
    slot BIGINT NOT NULL,
    signed BIGINT NOT NULL DEFAULT 0,
    confirmed BIGINT NOT NULL DEFAULT 0,
    expired BIGINT NOT NULL DEFAULT 0,
    withdrawn BIGINT NOT NULL DEFAULT 0,
    invalidated BIGINT NOT NULL DEFAULT 0,
    restored BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, hour, country, region, source, locale, slot)
) WITHOUT ROWID;

CREATE TABLE campaign_counts (
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    slot BIGINT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (campaign_id, slot)
) WITHOUT ROWID;

-- The nightly check: what the tallies say against what the rows say.
CREATE TABLE recounts (
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    day BIGINT NOT NULL,
    counted BIGINT NOT NULL,
    tallied BIGINT NOT NULL,
    PRIMARY KEY (campaign_id, day)
) WITHOUT ROWID;

CREATE TABLE outbox (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('confirm', 'already_signed')),
    campaign_id BLOB NOT NULL REFERENCES campaigns (id),
    signature_id BLOB NOT NULL,
    locale TEXT NOT NULL,
    address BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'dead')),
    attempts BIGINT NOT NULL DEFAULT 0,
    not_before BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    code BIGINT
) WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (state, not_before);
CREATE INDEX outbox_signature ON outbox (signature_id);

-- Short-lived keys, wrapped under the server's key.
CREATE TABLE day_keys (
    day BIGINT NOT NULL PRIMARY KEY,
    wrapped BLOB NOT NULL
);

-- Each process that counts holds a slot of its own where there are several.
CREATE TABLE nodes (
    slot BIGINT NOT NULL PRIMARY KEY,
    node BLOB NOT NULL,
    leased_until BIGINT NOT NULL
);
