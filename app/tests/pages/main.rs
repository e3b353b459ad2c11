//! Every page as the server sends it: status, title, texts, escaping, and forms that came back.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod accounts;
mod counts;
mod drafts;
mod errors;
mod fake_accounts;
mod fake_audit;
mod fake_drafts;
mod fake_exports;
mod fake_house;
mod fake_invalidation;
mod fake_keys;
mod fake_moderation;
mod fake_pictures;
mod fake_reports;
mod fake_running;
mod fake_settings;
mod fake_staff;
mod fake_teams;
mod fake_updates;
mod fakes;
mod forms;
mod head;
mod house;
mod invalidation;
mod keys;
mod moderation;
mod overview;
mod pictures;
mod public;
mod reports;
mod running;
mod settings;
mod staff;
mod teams;
mod updates;
