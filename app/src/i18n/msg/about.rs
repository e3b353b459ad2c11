/// The page about the house.
#[derive(Clone, Copy)]
pub enum AboutMsg {
    /// Heading.
    Title,
    /// What this is.
    Lead,
    /// Heading: how signing works.
    SigningTitle,
    /// The form.
    StepForm,
    /// The mail.
    StepMail,
    /// The count.
    StepCount,
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
