use crate::i18n::Lang;
use crate::settings::{Switch, SwitchProblem};

/// What admins switch off for the whole house.
#[derive(Clone, Copy)]
pub enum SwitchMsg {
    /// Heading, and link to the page.
    Title,
    /// What the page is.
    Lead,
    /// Heading above a switch.
    Switch(Switch),
    /// Label of its box.
    SwitchOff(Switch),
    /// What ticking it means.
    Means(Switch),
    /// What the public reads where it is off and nothing was written.
    Standard(Switch),
    /// Label of the text for the public in a language.
    Text(Switch, Lang),
    /// Label of the notice in a language.
    NoticeIn(Lang),
    /// Heading above the notice.
    Notice,
    /// What it is.
    NoticeHelp,
    /// Label of its last day.
    Until,
    /// What that is.
    UntilHelp,
    /// What is wrong with a field.
    Problem(SwitchProblem),
    /// That something is not off.
    On,
    /// That something is off.
    Off,
    /// That there is no text.
    Nothing,
    /// Saves all.
    Save,
    /// After that.
    Saved,
}
