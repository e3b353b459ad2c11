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
             abierto pueda configurar una aplicación propia."
        }
        M::Ask => "Escribe el código que tu aplicación de autenticación muestra para esta cuenta.",
        M::AskedFor => {
            "La página que has pedido necesita una prueba de que eres tú. Escribe el código que muestra tu aplicación de autenticación."
        }
        M::Prove => "Continuar",
        M::LostTitle => "Si pierdes la aplicación",
        M::LostText => {
            "Pon en otra aplicación el secreto que apuntaste. Si no lo tienes, habla con quien administra el servidor: puede quitar la \
             aplicación de tu cuenta para que configures otra."
        }
        M::InUse => {
            "En uso. Acabas de demostrar que eres tú; las páginas que piden una prueba nueva volverán a hacerlo pasados diez minutos."
        }
        M::Kept => {
            "Quienes moderan y administran no pueden quitar su aplicación, porque lo que hacen no debe depender solo de un buzón."
        }
        M::Remove => "Quitar la aplicación",
        M::RemoveText => "Después, quien pueda leer tu correo podrá hacer con tu cuenta todo lo que puedes hacer tú.",
        M::SaidSetUp => "La aplicación de autenticación está configurada.",
        M::SaidProved => "Gracias. El código coincide.",
        M::SaidRemoved => "La aplicación de autenticación se ha quitado.",
    };
    text.into()
}
