//! What differs between the texts that wait and those that are public.

use crate::store::{CampaignId, Link, Result, StoreError, each_db};
use app::campaigns::{Facts, Target};
use app::drafts::{DraftField, DraftForm, FactsForm};
use app::i18n::Lang;
use app::moderation::{Piece, TextChange};
use similar::{ChangeTag, TextDiff};

crate::store::statements! {
    PUBLIC_TEXTS = "SELECT c.started_by, t.title, t.summary, t.story, t.demands, t.targets, t.facts
        FROM campaigns c JOIN revision_texts t ON t.revision_id = c.revision_id AND t.locale = $2 WHERE c.id = $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    started_by: String,
    title: String,
    summary: String,
    story: String,
    demands: String,
    targets: String,
    facts: Option<String>,
}

/// What is new in a draft against the texts of its campaign; `None` if it has none in this language yet.
pub(super) async fn of(link: &mut Link<'_>, campaign: CampaignId, form: &DraftForm) -> Result<Option<Vec<TextChange>>> {
    let row: Option<Row> = each_db!(link, c => sqlx::query_as(PUBLIC_TEXTS)
        .bind(campaign.bytes())
        .bind(&form.locale)
        .fetch_optional(&mut **c).await)?;
    let Some(row) = row else { return Ok(None) };
    let corrupt = |_| StoreError::Corrupt("JSON of a campaign's texts");
    let demands: Vec<String> = serde_json::from_str(&row.demands).map_err(corrupt)?;
    let targets: Vec<Target> = serde_json::from_str(&row.targets).map_err(corrupt)?;
    let targets = targets.into_iter().map(|target| match target.office {
        Some(office) => format!("{}; {office}", target.name),
        None => target.name,
    });
    let facts: Option<Facts> = row.facts.as_deref().map(serde_json::from_str).transpose().map_err(corrupt)?;
    let facts = facts.map(|facts| FactsForm::of(&facts, Lang::parse(&form.locale).unwrap_or_default()).to_text());
    let fields = [
        (DraftField::Title, row.title, form.title.clone()),
        (DraftField::Targets, targets.collect::<Vec<_>>().join("\n"), lines(&form.targets)),
        (DraftField::Demands, demands.join("\n"), lines(&form.demands)),
        (DraftField::Summary, row.summary, form.summary.clone()),
        (DraftField::Story, row.story, form.story.clone()),
        (DraftField::FactsTitle, facts.unwrap_or_default(), form.facts.to_text()),
        (DraftField::StartedBy, row.started_by, form.started_by.clone()),
    ];
    Ok(Some(fields.into_iter().filter_map(|(field, before, after)| change(field, &before, &after)).collect()))
}

/// The lines that are not empty, as publishing keeps them.
fn lines(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn change(field: DraftField, before: &str, after: &str) -> Option<TextChange> {
    let (before, after) = (before.trim().replace("\r\n", "\n"), after.trim().replace("\r\n", "\n"));
    (before != after).then(|| TextChange { field, pieces: pieces(&before, &after) })
}

/// Both texts, word by word; words of one kind that follow each other are one piece.
fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let diff = TextDiff::from_words(before, after);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let word = change.value();
        match (change.tag(), pieces.last_mut()) {
            (ChangeTag::Equal, Some(Piece::Kept(text)))
            | (ChangeTag::Delete, Some(Piece::Removed(text)))
            | (ChangeTag::Insert, Some(Piece::Added(text))) => text.push_str(word),
            (ChangeTag::Equal, _) => pieces.push(Piece::Kept(word.to_owned())),
            (ChangeTag::Delete, _) => pieces.push(Piece::Removed(word.to_owned())),
            (ChangeTag::Insert, _) => pieces.push(Piece::Added(word.to_owned())),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_and_nothing_is_lost() {
        let (before, after) = ("Keep line 9 at night.", "Keep line 9 and 10 at night.");
        let pieces = pieces(before, after);
        assert_eq!(
            pieces,
            [Piece::Kept("Keep line 9 ".into()), Piece::Added("and 10 ".into()), Piece::Kept("at night.".into())]
        );
        let side = |new: bool| {
            let text = pieces.iter().filter_map(|piece| match piece {
                Piece::Kept(text) => Some(text.as_str()),
                Piece::Removed(text) => (!new).then_some(text.as_str()),
                Piece::Added(text) => new.then_some(text.as_str()),
            });
            text.collect::<String>()
        };
        assert_eq!((side(false).as_str(), side(true).as_str()), (before, after));
        assert_eq!(
            change(DraftField::Story, "a\nb", "a\r\nb "),
            None,
            "line breaks as browsers send them are no change"
        );
    }
}
