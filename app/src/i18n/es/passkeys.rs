use crate::accounts::passkeys::{PASSKEYS_MAX, PasskeyProblem as P};
use crate::i18n::{PasskeyMsg as M, Text};
use crate::typed::TextProblem;

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title => "Llaves de acceso",
        M::State(0) => {
            "Todavía ninguna. Con una llave de acceso inicias sesión sin correo, y es una segunda prueba de que eres tú."
        }
        M::State(1) => "Hay una llave de acceso para esta cuenta.",
        M::State(n) => return format!("Hay {n} llaves de acceso para esta cuenta.").into(),
        M::Link(true) => "Ver las llaves de acceso",
        M::Link(false) => "Añadir una llave de acceso",
        M::Lead => {
            "Una llave de acceso («passkey») es una llave que guarda tu dispositivo. Con ella inicias sesión sin correo y es una segunda prueba de \
             que eres tú: el dispositivo te pide el dedo, la cara o su PIN, que nunca salen de él."
        }
        M::Provider => {
            "Si un dispositivo guarda sus llaves en una nube, como los de Apple y Google, su fabricante se entera de que tienes una cuenta aquí y \
             con qué dirección. Nosotros guardamos una clave pública y el nombre que le pongas."
        }
        M::ListTitle => "Tus llaves de acceso",
        M::NoneYet => "Todavía ninguna.",
        M::Since { day } => return format!("Añadida el {day}").into(),
        M::Remove => "Quitar",
        M::LastKept => {
            "Quienes moderan y administran necesitan una llave de acceso o una aplicación de autenticación: añade otra llave o una aplicación antes \
             de quitar esta."
        }
        M::AddTitle => "Añadir una llave de acceso",
        M::AddText => {
            "Tu dispositivo te pregunta si eres tú. Puede ser este, un teléfono que tengas al lado o una llave de seguridad."
        }
        M::Full => return format!("Tienes {PASSKEYS_MAX}, que es el máximo. Quita una antes de añadir otra.").into(),
        M::ProveFirst => {
            "Las llaves de acceso son una segunda prueba, así que para añadirlas y quitarlas hace falta una."
        }
        M::ProveLink => "Demuestra que eres tú",
        M::NotHere => {
            "En esta dirección no se pueden usar llaves de acceso: los navegadores solo las permiten donde la dirección tiene un nombre y empieza \
             por https, y, en la propia máquina, en http://localhost."
        }
        M::LostTitle => "Si pierdes un dispositivo",
        M::LostText => {
            "Inicia sesión con un enlace por correo o con otra llave, quita aquí la que perdiste y cierra, en la página de tu cuenta, la sesión de \
             los navegadores que no conozcas."
        }
        M::Added => "La llave de acceso está añadida.",
        M::Removed => "La llave de acceso se ha quitado. Bórrala también en tu dispositivo, que no se entera.",
        M::Problem(problem) => return complaint(problem),
    };
    text.into()
}

fn complaint(problem: P) -> Text {
    let text = match problem {
        P::NotFit => "Lo que ha respondido tu dispositivo no coincide. Inténtalo de nuevo.",
        P::TooLate => "La respuesta llegó después de más de cinco minutos, o por segunda vez. Inténtalo de nuevo.",
        P::Unknown => {
            "Aquí no existe esa llave de acceso: se quitó o es de otra cuenta. Usa otra vía y bórrala en tu dispositivo."
        }
        P::Copied => {
            "Se ha rechazado esta llave de acceso porque puede haber una copia de ella. Inicia sesión de otra manera, quítala y añade una nueva en \
             su lugar."
        }
        P::Taken => "Esta llave de acceso ya está en uso.",
        P::Full => return format!("Ya hay {PASSKEYS_MAX} llaves de acceso. Quita una antes de añadir otra.").into(),
        P::Name(TextProblem::Missing) => "Ponle un nombre a la llave.",
        P::Name(TextProblem::TooLong(max)) => return format!("Acorta el nombre a {max} caracteres.").into(),
        P::Name(TextProblem::ControlCharacter) => {
            "Hay un carácter de control invisible en el nombre, quizá por haberlo copiado. Borra el texto y escríbelo de nuevo."
        }
        P::Old => "Este navegador inició sesión hace más de una hora. Cierra antes la sesión y vuelve a iniciarla.",
        P::Last => {
            "Quienes moderan y administran necesitan una llave de acceso o una aplicación de autenticación: añade otra llave o una aplicación antes \
             de quitar esta."
        }
    };
    text.into()
}
