-- Passkeys of accounts. The secret halves are on devices; what is here signs nobody in.
CREATE TABLE passkeys (
    -- The number that the device gave it.
    credential_id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    -- The public key, the counter, and what else its answers are held against, as JSON.
    data TEXT NOT NULL,
    name TEXT NOT NULL,
    created_day BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX passkeys_account ON passkeys (account_id);

-- Questions to devices that wait for their answer, for five minutes at most. Each is answered once.
CREATE TABLE passkey_challenges (
    -- SHA-256 of the cookie's value.
    id BLOB NOT NULL PRIMARY KEY,
    -- Whose passkey is asked for; nobody's where somebody is to sign in.
    account_id BLOB REFERENCES accounts (id),
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX passkey_challenges_account ON passkey_challenges (account_id);
CREATE INDEX passkey_challenges_created ON passkey_challenges (created_at);
