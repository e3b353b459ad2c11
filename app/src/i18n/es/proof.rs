use crate::i18n::{ProofMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Segunda prueba",
        M::State(true) => "En uso: una aplicación de autenticación da una segunda prueba de que eres tú.",
        M::State(false) => {
            "Sin configurar. Una aplicación de autenticación en tu teléfono puede dar una segunda prueba de que eres tú, para que nadie llegue \
             lejos solo con tu correo."
        }
        M::Link(true) => "Ver la segunda prueba",
        M::Link(false) => "Configurar una segunda prueba",
        M::GoOn => "Continuar",
        M::SetUp => {
            "Una aplicación de autenticación muestra seis cifras, otras cada medio minuto. Demuestran que eres tú, y no solo alguien que puede \
             leer tu correo."
        }
        M::SetUpAsked => {
            "La página que has pedido necesita una segunda prueba de que eres tú: seis cifras de una aplicación de autenticación, otras cada \
             medio minuto. Configura antes una."
        }
        M::FirstTitle => "Primero: dale este secreto a la aplicación",
        M::FirstText => {
            "Sirve cualquier aplicación de autenticación, también un gestor de contraseñas que cree estos códigos. Añade en ella una cuenta y \
             apunta la cámara a esta imagen."
        }
        M::Qr => "Código QR con el secreto para la aplicación",
        M::ByHand => "Sin cámara, escribe el secreto:",
        M::OpenApp => "Abrirlo en una aplicación de este dispositivo",
        M::KeepText => {
            "El secreto solo se muestra ahora. Si quieres estar a salvo de perder el teléfono, apúntalo y guarda el papel donde nadie más lo \
             encuentre."
        }
        M::ThenTitle => "Después: escribe el código que muestra la aplicación",
        M::SetUpButton => "Configurarla",
        M::SignInAgain => {
            "Este navegador inició sesión hace más de una hora. Cierra antes la sesión y vuelve a iniciarla, para que nadie que lo encuentre \
             abierto pueda añadir una prueba propia."
        }
        M::Ask => "Escribe el código que tu aplicación de autenticación muestra para esta cuenta.",
        M::AskPasskey => "Usa una de tus llaves de acceso.",
        M::AskEither => {
            "Usa una de tus llaves de acceso o escribe el código que muestra tu aplicación de autenticación."
        }
        M::AskedFor => "La página que has pedido necesita una prueba de que eres tú.",
        M::SetUpBeside => {
            "Tus llaves de acceso son una segunda prueba de que eres tú. Una aplicación de autenticación puede ser otra vía, para cuando no tengas \
             ninguna llave a mano: muestra seis cifras, otras cada medio minuto."
        }
        M::Instead => {
            "En lugar de la aplicación basta una llave de acceso: tu dispositivo te pide el dedo, la cara o su PIN, y no hay nada que escribir."
        }
        M::InsteadLink => "Añadir una llave de acceso",
        M::Prove => "Continuar",
        M::LostTitle => "Si pierdes la aplicación o las llaves de acceso",
        M::LostText => {
            "Usa lo que te quede: otra llave de acceso, o el secreto de la aplicación que apuntaste, puesto en otra aplicación. Si no tienes ni lo \
             uno ni lo otro, habla con quien administra el servidor: puede quitar de tu cuenta la aplicación y las llaves para que configures otras."
        }
        M::InUse => {
            "En uso. Acabas de demostrar que eres tú; las páginas que piden una prueba nueva volverán a hacerlo pasados diez minutos."
        }
        M::Kept => {
            "Quienes moderan y administran necesitan una aplicación o una llave de acceso, porque lo que hacen no debe depender solo de un buzón: \
             añade una llave antes de quitar la aplicación."
        }
        M::Remove => "Quitar la aplicación",
        M::RemoveText => {
            "Después, si no tienes ninguna llave de acceso, quien pueda leer tu correo podrá hacer con tu cuenta todo lo que puedes hacer tú."
        }
        M::SaidSetUp => "La aplicación de autenticación está configurada.",
        M::SaidProved => "Gracias. El código coincide.",
        M::SaidRemoved => "La aplicación de autenticación se ha quitado.",
    };
    text.into()
}
