use crate::i18n::{AccountMsg as M, Lang, Text, sign_in_subject};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::SignIn => "Iniciar sesión",
        M::Lead => "Para quienes llevan campañas. Para firmar una campaña no hace falta cuenta.",
        M::AddressHelp => "La dirección que tiene tu cuenta, o la que va a tener.",
        M::Ask => "Envíame un enlace",
        M::HowTitle => "Cómo funciona",
        M::HowLink => {
            "Enviamos un enlace a esta dirección. Lo abres y pulsas un botón: no hay contraseña que elegir, olvidar o perder."
        }
        M::HowFirst => "La primera vez, así se crea tu cuenta.",
        M::SignedOut => "Has cerrado la sesión en este navegador.",
        M::Closed => "Tu cuenta está cerrada y tu dirección se ha borrado.",
        M::SentTitle => "Mira en tu correo",
        M::NotAsked => {
            "Este navegador no ha pedido ningún enlace en la última hora. Si lo pidió otro, sigue allí; si no, pide un enlace aquí."
        }
        M::AskHere => "Pedir un enlace",
        M::Subject { house } => return format!("«{}»", sign_in_subject(Lang::Es, house)).into(),
        M::SubjectEnd => ". El enlace que contiene funciona una sola vez, durante 15 minutos.",
        M::CodeTitle => "Si abres el correo en otro navegador",
        M::NothingAgain => {
            "Pide el enlace otra vez. Para no inundar ningún buzón, enviamos solo unos pocos de estos correos a cada dirección."
        }
        M::Here => "Un toque y habrás iniciado sesión en este navegador.",
        M::ElsewhereTitle => "Este enlace lo pidió otro navegador",
        M::ElsewhereText => {
            "El botón muestra seis cifras para escribirlas allí. Con ellas se inicia la sesión en aquel navegador, no en este. ¿No has pedido \
             ningún enlace? Cierra esta página: así no pasa nada."
        }
        M::ShowCode => "Mostrar el código",
        M::ShownTitle => "Tu código",
        M::ShownText => "Escríbelo en la página en la que pediste el enlace.",
        M::ShownWarning => {
            "Escríbelo únicamente en una página que hayas abierto tú. Quien te lo pida en un mensaje o por teléfono quiere entrar en tu \
             cuenta."
        }
        M::Account => "Tu cuenta",
        M::SignedInAs => "Has iniciado sesión como",
        M::SessionsTitle => "Dónde tienes la sesión abierta",
        M::ThisBrowser { since } => return format!("Este navegador, desde el {since}").into(),
        M::OtherBrowser { since, seen } => {
            return format!("Otro navegador, desde el {since}, visto por última vez el {seen}").into();
        }
        M::SignOut => "Cerrar sesión",
        M::SignOutThere => "Cerrar sesión allí",
        M::Ended => "Se ha cerrado la sesión en el otro navegador.",
        M::DataTitle => "Tus datos",
        M::DataText => "Todo lo que se guarda sobre tu cuenta, en un solo archivo (JSON).",
        M::DataLink => "Descargar mis datos",
        M::Close => "Cerrar la cuenta",
        M::CloseText => {
            "Se borra tu dirección, la sesión se cierra en todos los navegadores y dejas tus equipos; si en uno no hay nadie más, se borran sus \
             borradores. Las campañas públicas siguen siendo públicas: si eres su única persona titular, antes necesitan otra."
        }
    };
    text.into()
}
