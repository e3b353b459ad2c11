-- Private links by which people support a campaign before a moderator reads it: one for a draft.
CREATE TABLE support_links (
    id BYTEA NOT NULL PRIMARY KEY,
    draft_id BYTEA NOT NULL UNIQUE REFERENCES drafts (id) ON DELETE CASCADE
);

-- Who supports one. Gone with the link or the draft.
CREATE TABLE supporters (
    id BYTEA NOT NULL PRIMARY KEY,
    link_id BYTEA NOT NULL REFERENCES support_links (id) ON DELETE CASCADE,
    -- Keyed fingerprint of the address, of use for this link alone.
    digest BYTEA NOT NULL,
    mails BIGINT NOT NULL,
    -- When the first mail was asked for; nothing once the address is proved.
    asked_at BIGINT,
    CONSTRAINT supporters_once UNIQUE (link_id, digest)
);
CREATE INDEX supporters_asked ON supporters (asked_at) WHERE asked_at IS NOT NULL;
