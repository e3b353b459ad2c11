//! The parts of this room's pages, one a file.

mod campaign_article;
mod campaign_head;
mod empty;
mod entry;
mod facts_chart;
mod pager;
mod picture;
mod reasons;
mod removed;
mod reply;
mod search_form;
mod shown_updates;

pub(crate) use campaign_article::CampaignArticle;
use campaign_head::CampaignHead;
pub(crate) use empty::Empty;
pub(super) use entry::Entry;
use facts_chart::FactsChart;
pub(super) use pager::Pager;
pub(crate) use picture::CampaignPicture;
pub(crate) use reasons::Reasons;
pub(super) use removed::Removed;
pub(super) use reply::ReplySection;
pub(crate) use search_form::SearchForm;
pub(crate) use shown_updates::{ShownUpdates, UpdateEntries};

use super::Target;
use crate::i18n::{Conjunction, Lang, join};

/// Who is asked, in one line.
fn target_line(lang: Lang, targets: &[Target]) -> String {
    let names = targets
        .iter()
        .map(|target| match &target.office {
            Some(office) => format!("{}, {office}", target.name),
            None => target.name.clone(),
        })
        .collect::<Vec<_>>();
    // Names with commas in them are kept apart by semicolons.
    if targets.len() > 1 && targets.iter().any(|target| target.office.is_some()) {
        return names.join("; ");
    }
    join(lang, Conjunction::And, &names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The name of a language in itself, or its code.
fn language_name(code: &str) -> &str {
    Lang::parse(code).map_or(code, |lang| lang.own_name())
}
