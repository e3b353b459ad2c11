use crate::i18n::{PictureMsg as M, Text};
use crate::pictures::PictureChange as C;
use crate::pictures::PictureField as F;
use crate::pictures::PictureProblem as P;

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "The picture",
        M::LinkLead => {
            "One picture can stand above the summary, and where a link to the campaign is shared. Save what you have typed first."
        }
        M::Link => "Add, change or remove the picture (new tab)",
        M::Lead => {
            "Choose a picture that you may use, and on which nobody can be recognized who has not agreed to stand here. We draw it anew: where and \
             when it was taken, and with which camera, is dropped, and your file is not kept. A moderator looks at it with the texts."
        }
        M::ChangesLead => {
            "What you change here waits with your texts until a moderator has looked at it. Then it takes the place of the picture that is public, \
             which is deleted. We draw each picture anew: where and when it was taken, and with which camera, is dropped."
        }
        M::Label(F::File, _) => "Picture",
        M::Label(F::Alt(_), false) => "What can be seen on it",
        M::Label(F::Alt(lang), true) => return format!("What can be seen on it ({})", lang.own_name()).into(),
        M::OtherFile => "Another picture in its place",
        M::FileHelp((megabytes, megapixels)) => {
            return format!(
                "JPEG, PNG or WebP, at most {megabytes} MB and {megapixels} million pixels. It looks best from 1,600 pixels in width."
            )
            .into();
        }
        M::AltHelp => {
            "Read out to those who do not see the picture. Say what matters on it, in a sentence of at most 250 characters."
        }
        M::OtherAltHelp => "The same for those who read the campaign in this language.",
        M::Problem(F::File, P::Missing) => "Choose a picture. A file has to be chosen anew each time.",
        M::Problem(_, P::Missing) => "Say what can be seen on the picture.",
        M::Problem(_, P::TooLong(max)) => return format!("Use at most {max} characters.").into(),
        M::Problem(_, P::ControlCharacter) => {
            "There are characters in it that cannot be seen. Delete the text and type it anew."
        }
        M::Problem(_, P::TooLarge(megabytes)) => {
            return format!(
                "The file has more than {megabytes} MB. Save the picture in a smaller size, then choose it again."
            )
            .into();
        }
        M::Problem(_, P::NotAPicture) => {
            "This is no picture in one of the three formats. Save it as JPEG, PNG or WebP, then choose it again."
        }
        M::Problem(_, P::Unreadable) => {
            "The file is damaged: it cannot be read to its end. Save it anew, or choose another."
        }
        M::Problem(_, P::TooManyPixels(megapixels)) => {
            return format!(
                "The picture has more than {megapixels} million pixels. Save it in a smaller size, then choose it again."
            )
            .into();
        }
        M::Problem(_, P::TooSmall(side)) => {
            return format!("The picture is too small: choose one of at least {side} pixels in width and in height.")
                .into();
        }
        M::Save => "Save the picture",
        M::Remove => "Remove the picture",
        M::Saved => "The picture is saved.",
        M::Removed => "The picture is removed.",
        M::NothingSaved => "Nothing was saved. Your text is kept; the file has to be chosen again.",
        M::Fixed => {
            "The picture cannot be changed while the campaign waits for a moderator or is refused. Take it back first."
        }
        M::Changed(C::Added) => "The picture is new: none is public yet.",
        M::Changed(C::Replaced) => "Another picture takes the place of the public one.",
        M::Changed(C::Removed) => "The public picture is taken away.",
        M::Changed(C::Described) => "The picture stays, with another text for those who do not see it.",
    };
    text.into()
}
