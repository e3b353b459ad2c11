use super::Lang;

/// The subject of the mail that asks to confirm. The mail bears it, and the inbox page tells the signer to look for it; it names the
/// house and never the campaign, for a lock screen shows it.
pub fn confirm_subject(lang: Lang, house: &str) -> String {
    match lang {
        Lang::En => format!("{house}: please confirm your e-mail address"),
        Lang::Es => format!("{house}: confirma tu dirección de correo"),
    }
}

/// The subject of the mail that signs in. The mail bears it, and the page after asking tells to look for it.
pub fn sign_in_subject(lang: Lang, house: &str) -> String {
    match lang {
        Lang::En => format!("{house}: your sign-in link"),
        Lang::Es => format!("{house}: tu enlace para iniciar sesión"),
    }
}
