//! What differs between the texts that wait and those that are public.

use crate::drafts;
use crate::store::{CampaignId, Link, Result};
use app::drafts::{DraftField, DraftForm, TextsForm};
use app::i18n::Lang;
use app::moderation::{Piece, TextChange};
use similar::{ChangeTag, TextDiff};

/// What is new in a draft against the texts of its campaign; `None` if none are public yet.
pub(super) async fn of(link: &mut Link<'_>, campaign: CampaignId, form: &DraftForm) -> Result<Option<Vec<TextChange>>> {
    Ok(drafts::form_of(link, campaign).await?.map(|public| all(&public, form)))
}

/// What differs, in one language after the other: those of the draft, then those that were left out.
fn all(public: &DraftForm, form: &DraftForm) -> Vec<TextChange> {
    let (before, mut after) = (public.all_texts(), form.all_texts());
    for (lang, _) in &before {
        if after.iter().all(|(other, _)| other != lang) {
            after.push((*lang, TextsForm::default()));
        }
    }
    let mut changes = Vec::new();
    for (i, (lang, texts)) in after.iter().enumerate() {
        let other = (i > 0).then_some(*lang);
        let none = TextsForm::default();
        let public = before.iter().find(|(other, _)| other == lang).map_or(&none, |(_, texts)| texts);
        let fields = [
            (DraftField::Title, public.title.clone(), texts.title.clone()),
            (DraftField::Targets, lines(&public.targets), lines(&texts.targets)),
            (DraftField::Demands, lines(&public.demands), lines(&texts.demands)),
            (DraftField::Summary, public.summary.clone(), texts.summary.clone()),
            (DraftField::Story, public.story.clone(), texts.story.clone()),
            (DraftField::FactsTitle, public.facts.to_text(), texts.facts.to_text()),
        ];
        changes.extend(fields.into_iter().filter_map(|(field, before, after)| change(other, field, &before, &after)));
    }
    changes.extend(change(None, DraftField::StartedBy, &public.started_by, &form.started_by));
    changes
}

/// The lines that are not empty, as publishing keeps them.
fn lines(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn change(lang: Option<Lang>, field: DraftField, before: &str, after: &str) -> Option<TextChange> {
    let (before, after) = (before.trim().replace("\r\n", "\n"), after.trim().replace("\r\n", "\n"));
    (before != after).then(|| TextChange { lang, field, pieces: pieces(&before, &after) })
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
            change(None, DraftField::Story, "a\nb", "a\r\nb "),
            None,
            "line breaks as browsers send them are no change"
        );
    }
}
