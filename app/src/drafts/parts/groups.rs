use crate::drafts::{DraftError, DraftField as F};
use crate::i18n::{DraftMsg, Lang, Text, tr};

/// The fields as the form groups them, each group under its heading.
pub const GROUPS: [(&str, DraftMsg, &[F]); 4] = [
    ("ask", DraftMsg::GroupAsk, &[F::Title, F::Slug, F::Targets, F::Demands]),
    ("why", DraftMsg::GroupWhy, &[F::Summary, F::Story]),
    ("facts", DraftMsg::GroupFacts, &[F::FactsTitle, F::FactsSentence, F::FactsUnit, F::FactsNote]),
    ("who", DraftMsg::GroupWho, &[F::StartedBy, F::Locale, F::Goal, F::ClosesOn, F::TimeZone, F::Sources]),
];

/// Errors as a list shows them: the address of the field, and what to do.
pub fn listed(lang: Lang, errors: &[DraftError]) -> Vec<(String, Text)> {
    let item = |error: &DraftError| {
        let text = tr(lang, DraftMsg::Problem(error.field, error.problem));
        let text = match error.lang {
            Some(other) => format!("{}: {text}", other.own_name()).into(),
            None => text,
        };
        (format!("#{}", error.name()), text)
    };
    errors.iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::{F, GROUPS};

    #[test]
    fn the_groups_have_every_field_in_its_order() {
        let fields = GROUPS.into_iter().flat_map(|(_, _, fields)| fields.iter().copied());
        assert_eq!(fields.collect::<Vec<_>>(), F::ALL);
    }
}
