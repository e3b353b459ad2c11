//! Where a field of a campaign's file stands.

use toml::de::DeTable;

/// The line, from 1, of a field such as `texts.en.targets[0].name`; where the field itself is missing, that of the last step that is there.
pub(super) fn line_of(text: &str, path: &str) -> Option<usize> {
    let document = DeTable::parse(text).ok()?;
    let (mut table, mut at) = (Some(document.get_ref()), None);
    for step in path.split('.') {
        let (name, index) = step.split_once('[').unwrap_or((step, ""));
        let Some((key, value)) = table.and_then(|table| table.iter().find(|(key, _)| key.get_ref() == name)) else {
            break;
        };
        let index = index.trim_end_matches(']').parse::<usize>().ok();
        let item = index.and_then(|index| value.get_ref().as_array()?.get(index));
        at = Some(item.map_or_else(|| key.span(), |item| item.span()).start);
        table = item.unwrap_or(value).get_ref().as_table();
    }
    Some(text.get(..at?)?.matches('\n').count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_at_every_depth() {
        let text = "slug = 1\n\n[texts.en]\ntitle = 2\n[[texts.en.targets]]\nname = 3\n[[texts.en.targets]]\n\nname = 4\n[texts.es]\ntitle = 5\n";
        for (path, line) in [
            ("slug", Some(1)),
            ("texts.en.title", Some(4)),
            ("texts.en.targets[0].name", Some(6)),
            ("texts.en.targets[1].name", Some(9)),
            ("texts.en.targets[1].office", Some(7)),
            ("texts.es.title", Some(11)),
            ("goal", None),
        ] {
            assert_eq!(line_of(text, path), line, "{path}");
        }
        assert_eq!(line_of("not toml", "slug"), None);
    }
}
