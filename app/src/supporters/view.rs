use crate::accounts::AskForm;
use crate::form::FormState;
use crate::signatures::SignError;

/// The supporters of a draft, for those who write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSupport {
    /// The draft's title, as typed.
    pub title: String,
    /// The whole address of the private link, if there is one.
    pub link: Option<String>,
    /// How many have proved their address.
    pub confirmed: u32,
    /// How many it takes before it can be submitted; 0 if none.
    pub needed: u32,
}

/// The context of the private link's page, where its form came back.
#[derive(Clone, Default)]
pub struct SupportState {
    /// The form.
    pub form: FormState<AskForm, SignError>,
    /// As many as can have entered an address.
    pub full: bool,
}

/// The context of the page of a draft's supporters, where taking the link back was asked for and not ticked.
#[derive(Clone, Copy)]
pub struct NotSure;
