use crate::accounts::passkeys::Ceremony as C;
use crate::browser::PasskeyTrouble as T;
use crate::i18n::{PasskeyUseMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Button(C::SignIn) => "Iniciar sesión con una llave de acceso",
        M::Button(C::Prove) => "Usar una llave de acceso",
        M::Button(C::Add) => "Añadir una llave de acceso",
        M::Waiting => "Sigue donde te lo pida tu dispositivo o tu navegador.",
        M::NeedsScript => "Las llaves de acceso necesitan JavaScript, que no se ejecuta en este navegador.",
        M::Unable(C::SignIn) => {
            "Este navegador es demasiado antiguo para usar aquí llaves de acceso: pide un enlace o usa uno más reciente."
        }
        M::Unable(_) => "Este navegador es demasiado antiguo para usar aquí llaves de acceso: usa uno más reciente.",
        M::Name => "Nombre de la llave",
        M::NameHelp => "Para que la reconozcas: «Mi teléfono», por ejemplo. Como máximo 60 caracteres.",
        M::NoName => "Ponle antes un nombre a la llave.",
        M::Trouble(_, T::Cancelled) => {
            "Se canceló, tardó demasiado o no había ninguna llave que elegir. No ha cambiado nada: inténtalo de nuevo."
        }
        M::Trouble(C::Add, T::Registered) => {
            "Este dispositivo ya tiene una llave para esta cuenta. Usa otro dispositivo, o déjalo así."
        }
        M::Trouble(_, T::NotAllowedHere) => {
            "El navegador no permite llaves de acceso en esta dirección. Abre el sitio en su dirección habitual."
        }
        M::Trouble(C::SignIn, _) => "El dispositivo no ha podido hacerlo. Inténtalo de nuevo o pide un enlace.",
        M::Trouble(..) => {
            "El dispositivo no ha podido hacerlo. Inténtalo de nuevo, o con otro dispositivo o navegador."
        }
    };
    text.into()
}
