use crate::drafts::{DraftError, DraftField as F};
use crate::i18n::{DraftMsg, Lang, Text, tr};

/// The fields as the form groups them, each group under its heading.
pub const GROUPS: [(&str, DraftMsg, &[F]); 3] = [
    ("ask", DraftMsg::GroupAsk, &[F::Title, F::Slug, F::Targets, F::Demands]),
    ("why", DraftMsg::GroupWhy, &[F::Summary, F::Story]),
    ("who", DraftMsg::GroupWho, &[F::StartedBy, F::Locale, F::Goal, F::ClosesOn, F::TimeZone]),
];

/// Errors as a list shows them: the name of the field, and what to do.
pub fn listed(lang: Lang, errors: &[DraftError]) -> Vec<(&'static str, Text)> {
    errors.iter().map(|error| (error.field.name(), tr(lang, DraftMsg::Problem(error.field, error.problem)))).collect()
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
