-- Those who run campaigns. No table holds a plain address.
CREATE TABLE accounts (
    id BYTEA NOT NULL PRIMARY KEY,
    -- Keyed fingerprint of the address.
    digest BYTEA NOT NULL CONSTRAINT accounts_digest_key UNIQUE,
    -- The address, encrypted.
    contact BYTEA NOT NULL,
    created_day BIGINT NOT NULL
);

-- Sign-in mails of the last hour. Those that were used up or have expired count for the limit alone.
CREATE TABLE sign_ins (
    id BYTEA NOT NULL PRIMARY KEY,
    digest BYTEA NOT NULL,
    address BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    -- Whether another browser has shown the code.
    opened BIGINT NOT NULL DEFAULT 0,
    tries BIGINT NOT NULL DEFAULT 0,
    used BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX sign_ins_digest ON sign_ins (digest, created_at);
CREATE INDEX sign_ins_created ON sign_ins (created_at);

CREATE TABLE sessions (
    id BYTEA NOT NULL PRIMARY KEY,
    -- SHA-256 of the cookie's value.
    token_hash BYTEA NOT NULL CONSTRAINT sessions_token_key UNIQUE,
    account_id BYTEA NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_seen ON sessions (seen_at);

-- Mails about accounts wait beside those about signatures.
ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check;
ALTER TABLE outbox ADD CONSTRAINT outbox_kind_check CHECK (kind IN ('confirm', 'already_signed', 'sign_in', 'signed_in', 'reviewed'));
ALTER TABLE outbox ALTER COLUMN campaign_id DROP NOT NULL;
ALTER TABLE outbox ALTER COLUMN signature_id DROP NOT NULL;
ALTER TABLE outbox ADD COLUMN sign_in_id BYTEA;
