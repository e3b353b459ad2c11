-- Those who run campaigns. No table holds a plain address.
CREATE TABLE accounts (
    id BLOB NOT NULL PRIMARY KEY,
    -- Keyed fingerprint of the address.
    digest BLOB NOT NULL CONSTRAINT accounts_digest_key UNIQUE,
    -- The address, encrypted.
    contact BLOB NOT NULL,
    created_day BIGINT NOT NULL
) WITHOUT ROWID;

-- Sign-in mails of the last hour. Those that were used up or have expired count for the limit alone.
CREATE TABLE sign_ins (
    id BLOB NOT NULL PRIMARY KEY,
    digest BLOB NOT NULL,
    address BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    -- Whether another browser has shown the code.
    opened BIGINT NOT NULL DEFAULT 0,
    tries BIGINT NOT NULL DEFAULT 0,
    used BIGINT NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX sign_ins_digest ON sign_ins (digest, created_at);
CREATE INDEX sign_ins_created ON sign_ins (created_at);

CREATE TABLE sessions (
    id BLOB NOT NULL PRIMARY KEY,
    -- SHA-256 of the cookie's value.
    token_hash BLOB NOT NULL CONSTRAINT sessions_token_key UNIQUE,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_seen ON sessions (seen_at);

-- Mails about accounts wait beside those about signatures.
CREATE TABLE outbox_of_all (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('confirm', 'already_signed', 'sign_in', 'signed_in', 'reviewed')),
    campaign_id BLOB REFERENCES campaigns (id),
    signature_id BLOB,
    sign_in_id BLOB,
    locale TEXT NOT NULL,
    address BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'dead')),
    attempts BIGINT NOT NULL DEFAULT 0,
    not_before BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    code BIGINT
) WITHOUT ROWID;
INSERT INTO outbox_of_all
    SELECT id, kind, campaign_id, signature_id, NULL, locale, address, state, attempts, not_before, created_at, code FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_of_all RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (state, not_before);
CREATE INDEX outbox_signature ON outbox (signature_id);
