-- Moderators and admins are few; they are found without looking at all accounts.
CREATE INDEX accounts_staff ON accounts (role) WHERE role <> 'campaigner';

-- Addresses that get a role with their next sign-in. The id becomes that of the account, if it is its first.
CREATE TABLE staff_invitations (
    id BYTEA NOT NULL PRIMARY KEY,
    -- Keyed fingerprint of the address.
    digest BYTEA NOT NULL CONSTRAINT staff_invitations_digest_key UNIQUE,
    -- The address, encrypted.
    contact BYTEA NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('moderator', 'admin')),
    created_at BIGINT NOT NULL
);

CREATE INDEX audit_log_action ON audit_log (action, at, id);
