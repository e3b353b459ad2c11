use crate::campaigns::CountCheck;

/// The page about the house.
#[derive(Clone, Copy)]
pub enum AboutMsg<'a> {
    /// Heading.
    Title {
        /// The name of the house.
        house: &'a str,
    },
    /// What this is.
    Lead {
        /// The name of the house.
        house: &'a str,
    },
    /// Heading: how signing works.
    SigningTitle,
    /// The form.
    StepForm,
    /// The mail.
    StepMail,
    /// The count.
    StepCount,
    /// Heading: whether the counts are right.
    CountsTitle,
    /// That all is counted anew each night.
    CountsText,
    /// That the last night found every count to be right.
    CountsRight(&'a CountCheck),
    /// That the last night found a difference.
    CountsOff(&'a CountCheck),
    /// Heading: why so little is known.
    FearTitle,
    /// Who may have reason to fear.
    FearText,
    /// Leads to the privacy page.
    FearLink,
    /// Heading: the program.
    FreeTitle,
    /// That it is free software.
    FreeText,
    /// Leads to the source code.
    FreeLink,
}
