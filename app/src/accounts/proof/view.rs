/// What the page shows. Has no `Debug`, for a secret may be in it.
pub enum ProofView {
    /// There is no app yet: the secret for one. Where there are passkeys, one of them was used within the last ten minutes.
    SetUp {
        /// The secret.
        new: Enrolment,
        /// Whether there are passkeys, which are a second proof too.
        passkeys: bool,
    },
    /// There is neither app nor passkey yet, and this browser signed in too long ago to set one up: whoever finds it left open shall not.
    SignInAgain,
    /// One of them is asked for.
    Ask {
        /// Whether there is an app.
        app: bool,
        /// Whether there are passkeys.
        passkeys: bool,
    },
    /// There is an app, and this browser gave the proof within the last ten minutes.
    Proved {
        /// Whether the app can be removed: moderators and admins keep theirs, or a passkey.
        removable: bool,
    },
}

/// A new secret in the forms in which an app takes it.
pub struct Enrolment {
    /// In base32, in groups of four.
    pub secret: String,
    /// The `otpauth` address, which opens the app on the same device.
    pub link: String,
    /// The same as a QR code.
    pub qr: Qr,
    /// What brings the secret back with the first code: [`ProofForm::sealed`](super::ProofForm::sealed).
    pub sealed: String,
}

/// A QR code as the outline of its dark fields, drawn into the page: an image would have the secret in its address.
pub struct Qr {
    /// Fields in a row, with the quiet zone.
    pub width: usize,
    /// The outline (SVG).
    pub path: String,
}
