-- Private links by which people support a campaign before a moderator reads it: one for a draft.
CREATE TABLE support_links (
    id BLOB NOT NULL PRIMARY KEY,
    draft_id BLOB NOT NULL UNIQUE REFERENCES drafts (id) ON DELETE CASCADE
) WITHOUT ROWID;

-- Who supports one. Gone with the link or the draft.
CREATE TABLE supporters (
    id BLOB NOT NULL PRIMARY KEY,
    link_id BLOB NOT NULL REFERENCES support_links (id) ON DELETE CASCADE,
    -- Keyed fingerprint of the address, of use for this link alone.
    digest BLOB NOT NULL,
    mails BIGINT NOT NULL,
    -- When the first mail was asked for; nothing once the address is proved.
    asked_at BIGINT,
    CONSTRAINT supporters_once UNIQUE (link_id, digest)
) WITHOUT ROWID;
CREATE INDEX supporters_asked ON supporters (asked_at) WHERE asked_at IS NOT NULL;
