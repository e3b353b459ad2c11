use crate::pictures::{PictureChange, PictureField, PictureProblem};

/// The picture of a campaign.
#[derive(Clone, Copy)]
pub enum PictureMsg {
    /// Heading of the page, and of the section that leads to it.
    Title,
    /// What a picture is for, above the link to it.
    LinkLead,
    /// The link to the page.
    Link,
    /// Which pictures are fit, and what becomes of the file.
    Lead,
    /// The same for a campaign that is public already.
    ChangesLead,
    /// A field's label, and whether it says of which language it is.
    Label(PictureField, bool),
    /// The label of the file, where there is a picture already.
    OtherFile,
    /// What to choose: most megabytes, and most millions of pixels.
    FileHelp((u32, u32)),
    /// How to describe a picture.
    AltHelp,
    /// The same in another language of the campaign.
    OtherAltHelp,
    /// What is wrong with a field, and what to do.
    Problem(PictureField, PictureProblem),
    /// Button.
    Save,
    /// Button.
    Remove,
    /// After it was saved.
    Saved,
    /// After it was removed.
    Removed,
    /// Beside what was wrong.
    NothingSaved,
    /// The draft waits or was refused.
    Fixed,
    /// Tells moderators how the picture differs from the one that is public.
    Changed(PictureChange),
}
