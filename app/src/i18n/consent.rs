use super::Lang;

/// What signers of a campaign that was written in the browser agree to.
pub const fn consent(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "I support this demand, and agree that my signature is counted once I have confirmed my e-mail address."
        }
        Lang::Es => {
            "Apoyo esta exigencia y acepto que mi firma se cuente cuando haya confirmado mi dirección de correo."
        }
    }
}
