use crate::accounts::passkeys::Ceremony as C;
use crate::browser::PasskeyTrouble as T;
use crate::i18n::{PasskeyUseMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Button(C::SignIn) => "Sign in with a passkey",
        M::Button(C::Prove) => "Use a passkey",
        M::Button(C::Add) => "Add a passkey",
        M::Waiting => "Go on where your device or browser asks you.",
        M::NeedsScript => "Passkeys need JavaScript, which does not run in this browser.",
        M::Unable(C::SignIn) => {
            "This browser is too old for passkeys here: ask for a link instead, or use a newer one."
        }
        M::Unable(_) => "This browser is too old for passkeys here: use a newer one.",
        M::Name => "Name of the passkey",
        M::NameHelp => "So that you know it again: “My phone”, say. At most 60 characters.",
        M::NoName => "Give the passkey a name first.",
        M::Trouble(_, T::Cancelled) => {
            "It was cancelled, took too long, or there was no passkey to choose. Nothing was changed: try again."
        }
        M::Trouble(C::Add, T::Registered) => {
            "This device has a passkey for this account already. Use another device, or leave it at that."
        }
        M::Trouble(_, T::NotAllowedHere) => {
            "The browser allows no passkeys at this address. Open the site under its usual address."
        }
        M::Trouble(C::SignIn, _) => "The device could not do it. Try again, or ask for a link instead.",
        M::Trouble(..) => "The device could not do it. Try again, or with another device or browser.",
    };
    text.into()
}
