//! A draft as its public page would show it, and what a new one begins with.

use crate::campaigns::{closing_day, day_text, to_html};
use crate::privacy::fold_name;
use app::campaigns::{CampaignPage, Fact, Facts, FormOptions, Reading, ReasonsMode, Reply, Slug, Target};
use app::drafts::{DraftForm, FactsForm, draft_limits};
use app::i18n::{Lang, consent, number};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// What signers of a campaign that was written in the browser are asked: nobody reads more than counts.
pub(super) const fn options(asks_postcode: bool, reasons: ReasonsMode) -> FormOptions {
    FormOptions { reading: Reading::None, reasons, asks_postcode }
}

/// The page of a draft at this address. What cannot be read yet is left out.
pub(super) fn page(
    slug: Slug,
    form: &DraftForm,
    lang: Lang,
    closes: Option<Timestamp>,
    zone: &TimeZone,
    reasons: ReasonsMode,
) -> CampaignPage {
    let text_lang = Lang::parse(&form.locale).unwrap_or(lang);
    let lines =
        |text: &str| text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let targets = lines(&form.targets).into_iter().map(|line| match line.split_once(';') {
        Some((name, office)) => Target { name: name.trim().to_owned(), office: Some(office.trim().to_owned()) },
        None => Target { name: line, office: None },
    });
    CampaignPage {
        slug,
        title: form.title.trim().to_owned(),
        text_lang: text_lang.code().to_owned(),
        languages: vec![text_lang.code().to_owned()],
        started_by: form.started_by.trim().to_owned(),
        summary: form.summary.trim().to_owned(),
        story_html: to_html(&form.story),
        demands: lines(&form.demands),
        targets: targets.collect(),
        facts: facts(&form.facts, text_lang),
        picture: None,
        consent: consent(text_lang).to_owned(),
        count: 0,
        goal: i64::from(form.goal().unwrap_or(draft_limits::GOAL_MIN)),
        closes: closes.and_then(|closes| day_text(closing_day(closes, zone)?, lang)),
        open: true,
        changed: None,
        form: options(form.asks_postcode.0, reasons),
        unread: false,
        reply: Reply::NotDue,
        reasons: Vec::new(),
        updates: Vec::new(),
        more_updates: false,
        removals: Vec::new(),
        share_url: String::new(),
    }
}

/// Figures as far as they can be read: those with a number.
fn facts(form: &FactsForm, lang: Lang) -> Option<Facts> {
    let rows = form.rows.iter().filter_map(|row| {
        let value = row.value()?;
        let shown = match row.shown.trim() {
            "" => number(lang, value.into()),
            shown => shown.to_owned(),
        };
        Some(Fact { label: row.label.trim().to_owned(), value, shown, source: row.source.trim().to_owned() })
    });
    let text = |text: &str| text.trim().to_owned();
    (!form.is_empty()).then(|| Facts {
        title: text(&form.title),
        sentence: text(&form.sentence),
        unit: text(&form.unit),
        note: text(&form.note),
        rows: rows.collect(),
    })
}

/// The address that is proposed for a title, without a number behind it; `None` for a title without Latin letters and digits.
pub(super) fn proposed(title: &str) -> Option<Slug> {
    let plain = fold_name(title).replace(|c: char| !c.is_ascii_alphanumeric(), " ");
    let mut slug = String::new();
    for word in plain.split_whitespace() {
        if slug.len() + 1 + word.len() > 50 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    Slug::parse(&slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_made_of_a_titles_words() {
        let slug = |title| proposed(title).map(|slug| slug.as_str().to_owned());
        assert_eq!(slug("Keep the night bus running!").as_deref(), Some("keep-the-night-bus-running"));
        assert_eq!(slug("Más árboles en la Calle 5").as_deref(), Some("mas-arboles-en-la-calle-5"));
        assert_eq!(slug("停止驱逐"), None);
        assert!(slug(&"word ".repeat(40)).unwrap().len() <= 50);
    }
}
