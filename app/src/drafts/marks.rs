//! The marks of Markdown that the buttons over a text set and take away.

use std::ops::Range;

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// A heading of the second level.
    Heading,
    /// Points of a list.
    List,
    /// A quotation.
    Quote,
    /// A link.
    Link,
}

impl Mark {
    /// The buttons in their order.
    pub const ALL: [Self; 6] = [Self::Bold, Self::Italic, Self::Heading, Self::List, Self::Quote, Self::Link];
}

/// What is to be put into a text. Places are counted in UTF-16 units, as browsers count them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What it takes the place of.
    pub from: Range<usize>,
    /// The new text.
    pub to: String,
    /// What is selected after it.
    pub selected: Range<usize>,
}

/// What a button does to `text` where `selected` is selected. `word` stands where nothing is.
pub fn edit(mark: Mark, text: &str, selected: Range<usize>, word: &str) -> Edit {
    let text = text.encode_utf16().collect::<Vec<_>>();
    let end = selected.end.min(text.len());
    let selected = selected.start.min(end)..end;
    match mark {
        Mark::Bold => around(&text, selected, "**", word),
        Mark::Italic => around(&text, selected, "*", word),
        Mark::Heading => lines(&text, selected, "## "),
        Mark::List => lines(&text, selected, "- "),
        Mark::Quote => lines(&text, selected, "> "),
        Mark::Link => link(&text, selected, word),
    }
}

const SPACE: u16 = b' ' as u16;
const BREAK: u16 = b'\n' as u16;
const STAR: u16 = b'*' as u16;

fn string(units: &[u16]) -> String {
    String::from_utf16_lossy(units)
}

/// How long a text is as browsers count.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Without the white space at its ends, beside which a mark is none.
fn trimmed(text: &[u16], selected: Range<usize>) -> Range<usize> {
    let blank = |place: usize| matches!(text[place], SPACE | BREAK | 9 | 13);
    let mut kept = selected.clone();
    while kept.start < kept.end && blank(kept.start) {
        kept.start += 1;
    }
    while kept.start < kept.end && blank(kept.end - 1) {
        kept.end -= 1;
    }
    if kept.is_empty() { selected } else { kept }
}

fn around(text: &[u16], selected: Range<usize>, mark: &str, word: &str) -> Edit {
    let selected = trimmed(text, selected);
    let size = mark.len();
    let before = text[..selected.start].iter().rev().take_while(|unit| **unit == STAR).count();
    let after = text[selected.end..].iter().take_while(|unit| **unit == STAR).count();
    // Two stars are bold, one is italic, three are both.
    let stars = before.min(after);
    let marked = if size == 2 { stars >= 2 } else { stars == 1 || stars >= 3 };
    if marked && !selected.is_empty() {
        let (start, end) = (selected.start - size, selected.end + size);
        let inner = string(&text[selected.clone()]);
        return Edit { from: start..end, to: inner, selected: start..start + selected.len() };
    }
    let inner = if selected.is_empty() { word.to_owned() } else { string(&text[selected.clone()]) };
    let start = selected.start + size;
    Edit { from: selected, to: format!("{mark}{inner}{mark}"), selected: start..start + length(&inner) }
}

/// The whole lines of what is selected, with the mark before each or, if each has it, without.
fn lines(text: &[u16], selected: Range<usize>, mark: &str) -> Edit {
    let start = text[..selected.start].iter().rposition(|unit| *unit == BREAK).map_or(0, |place| place + 1);
    let end = text[selected.end..].iter().position(|unit| *unit == BREAK).map_or(text.len(), |at| selected.end + at);
    let block = string(&text[start..end]);
    let lines = block.split('\n').collect::<Vec<_>>();
    let written = |line: &&str| !line.trim().is_empty();
    let marked = lines.iter().any(&written) && lines.iter().filter(|l| written(l)).all(|l| l.starts_with(mark));
    let changed = lines.iter().map(|line| match line.strip_prefix(mark) {
        Some(rest) if marked => rest.to_owned(),
        None if !marked && (written(line) || lines.len() == 1) => format!("{mark}{line}"),
        _ => (*line).to_owned(),
    });
    let to = changed.collect::<Vec<_>>().join("\n");
    let new_end = start + length(&to);
    let selected = if lines.len() == 1 { new_end..new_end } else { start..new_end };
    Edit { from: start..end, to, selected }
}

fn link(text: &[u16], selected: Range<usize>, word: &str) -> Edit {
    const ADDRESS: &str = "https://";
    let selected = trimmed(text, selected);
    let inner = string(&text[selected.clone()]);
    let start = selected.start;
    if inner.starts_with("https://") || inner.starts_with("http://") {
        let to = format!("[{word}]({inner})");
        return Edit { from: selected, to, selected: start + 1..start + 1 + length(word) };
    }
    let shown = if inner.is_empty() { word } else { &inner };
    let address = start + length(shown) + 3;
    let to = format!("[{shown}]({ADDRESS})");
    Edit { from: selected, to, selected: address..address + ADDRESS.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Presses a button; `⟦` and `⟧` stand round what is selected, before and after.
    fn pressed(mark: Mark, shown: &str) -> String {
        let start = shown.find('⟦').unwrap();
        let text = shown.replace(['⟦', '⟧'], "");
        let units = |to: usize| length(&shown[..to].replace(['⟦', '⟧'], ""));
        let selected = units(start)..units(shown.find('⟧').unwrap());
        let edit = edit(mark, &text, selected, "word");
        let before = text.encode_utf16().collect::<Vec<_>>();
        let mut after = before[..edit.from.start].to_vec();
        after.extend(edit.to.encode_utf16());
        after.extend_from_slice(&before[edit.from.end..]);
        let Range { start, end } = edit.selected;
        format!("{}⟦{}⟧{}", string(&after[..start]), string(&after[start..end]), string(&after[end..]))
    }

    #[test]
    fn words_are_marked_and_unmarked() {
        use Mark::{Bold, Italic};
        for (mark, before, after) in [
            (Bold, "The ⟦last⟧ bus", "The **⟦last⟧** bus"),
            (Bold, "The **⟦last⟧** bus", "The ⟦last⟧ bus"),
            (Bold, "The ⟦ last ⟧bus", "The  **⟦last⟧** bus"),
            (Bold, "🌱 ⟦⟧", "🌱 **⟦word⟧**"),
            (Italic, "🌱⟦año⟧", "🌱*⟦año⟧*"),
            (Italic, "*⟦año⟧*", "⟦año⟧"),
            (Italic, "**⟦año⟧**", "***⟦año⟧***"),
            (Italic, "***⟦año⟧***", "**⟦año⟧**"),
            (Bold, "*⟦año⟧*", "***⟦año⟧***"),
            (Bold, "⟦  ⟧", "**⟦  ⟧**"),
        ] {
            assert_eq!(pressed(mark, before), after, "{mark:?} {before}");
        }
    }

    #[test]
    fn lines_are_marked_as_a_whole() {
        use Mark::{Heading, List, Quote};
        for (mark, before, after) in [
            (Heading, "One\nTw⟦⟧o\nThree", "One\n## Two⟦⟧\nThree"),
            (Heading, "## Tw⟦⟧o", "Two⟦⟧"),
            (List, "O⟦ne\n\nT⟧wo\nThree", "⟦- One\n\n- Two⟧\nThree"),
            (List, "⟦- One\n- Two⟧", "⟦One\nTwo⟧"),
            (List, "⟦- One\nTwo⟧", "⟦- One\n- Two⟧"),
            (Quote, "⟦⟧", "> ⟦⟧"),
        ] {
            assert_eq!(pressed(mark, before), after, "{mark:?} {before}");
        }
    }

    #[test]
    fn a_link_asks_for_what_it_lacks() {
        for (before, after) in [
            ("See ⟦⟧.", "See [word](⟦https://⟧)."),
            ("See ⟦our study⟧.", "See [our study](⟦https://⟧)."),
            ("See ⟦https://example.org⟧.", "See [⟦word⟧](https://example.org)."),
        ] {
            assert_eq!(pressed(Mark::Link, before), after);
        }
    }

    #[test]
    fn what_lies_beyond_the_text_is_its_end() {
        assert_eq!(edit(Mark::Bold, "ab", 7..9, "w").from, 2..2);
    }
}
