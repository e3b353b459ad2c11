use crate::accounts::passkeys::Ceremony;
use crate::browser::PasskeyTrouble;

/// The form that asks a device for a passkey.
#[derive(Clone, Copy)]
pub enum PasskeyUseMsg {
    /// Its button.
    Button(Ceremony),
    /// While the device asks its owner.
    Waiting,
    /// Where no script runs.
    NeedsScript,
    /// That the browser is too old, and which way is left.
    Unable(Ceremony),
    /// Label of the name of a new one.
    Name,
    /// What it is for.
    NameHelp,
    /// That it is missing.
    NoName,
    /// Why the device gave none, and what to do.
    Trouble(Ceremony, PasskeyTrouble),
}
