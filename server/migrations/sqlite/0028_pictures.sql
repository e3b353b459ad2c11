-- The picture of a campaign: that of its draft (`public` 0), which has the same id, and that which the public may see (`public` 1). `hash` is the
-- SHA-256 of its files, `alts` a JSON object of the texts for those who do not see it, by language. A draft's id becomes that of its campaign,
-- so neither is referred to.
CREATE TABLE pictures (
    campaign_id BLOB NOT NULL,
    public BIGINT NOT NULL CHECK (public IN (0, 1)),
    hash BLOB NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    alts TEXT NOT NULL,
    PRIMARY KEY (campaign_id, public)
) WITHOUT ROWID;
CREATE INDEX pictures_hash ON pictures (hash) WHERE public = 1;

-- Each in several widths: JPEG as the server has drawn it, of which nothing was taken over but what can be seen.
CREATE TABLE picture_files (
    campaign_id BLOB NOT NULL,
    hash BLOB NOT NULL,
    width BIGINT NOT NULL,
    jpeg BLOB NOT NULL,
    PRIMARY KEY (campaign_id, hash, width)
);
