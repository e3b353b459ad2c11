use crate::error::{AppError as E, PageError as P};
use crate::i18n::{ErrorMsg as M, Text};

pub fn text(msg: M) -> Text {
    match msg {
        M::Title(error) => title(&error).into(),
        M::Text(error) => page(&error),
        M::SignInLink => {
            "Ya se usó, tiene más de 15 minutos o el programa de correo lo ha cortado. Puedes pedir otro en la página de inicio de sesión.".into()
        }
        M::Form(error) => form(&error),
        M::RequestId => "Si nos escribes sobre esto, indica este número:".into(),
        M::TryAgain => "Intentarlo de nuevo".into(),
    }
}

fn title(error: &P) -> &'static str {
    match error {
        P::App(E::NotFound) => "Aquí no hay nada",
        P::App(E::Gone) => "Esta campaña ya no es pública",
        P::App(E::LinkInvalid) => "Este enlace ya no funciona",
        P::App(E::SignIn) => "Inicia sesión",
        P::App(E::SecondProof) => "Demuestra una vez más que eres tú",
        P::App(E::Closed) => "Esta campaña está cerrada",
        P::App(E::TooMany { .. }) => "Demasiadas solicitudes",
        P::App(E::Busy { .. }) | P::TooSlow => "Ahora mismo estamos desbordados",
        P::App(E::Blocked) => "Desde esta red no se puede firmar",
        P::App(E::Paused) => "Esto está apagado por ahora",
        P::App(E::Internal) => "Algo ha fallado por nuestra parte",
        P::App(E::Unreachable) => "No se puede contactar con el servidor",
        P::CrossSite => "Este formulario no se envió desde nuestras páginas",
        P::TooLarge => "Es más de lo que podemos recibir",
        P::Unreadable | P::App(E::Unreadable) => "No hemos podido leerlo",
        P::WrongMethod => "Eso no se puede hacer aquí",
    }
}

fn page(error: &P) -> Text {
    let text = match error {
        P::App(E::NotFound) => {
            "Puede que la dirección esté mal escrita o que la página haya cambiado de sitio. No has perdido nada."
        }
        P::App(E::Gone) => {
            "Estuvo aquí y se retiró. No admite firmas, y una que aún no esté confirmada no contará y se borrará en tres días. Quien ya firmó \
             puede seguir retirando su firma con el enlace de su correo."
        }
        P::App(E::LinkInvalid) => {
            "Ya se usó, ha caducado o el programa de correo lo ha cortado. Una firma que no se confirma en tres días se borra. Puedes \
             firmar de nuevo en la página de la campaña y te enviaremos otro enlace."
        }
        P::App(E::SignIn) => "No has iniciado sesión aquí, o ya no. No se ha cambiado nada.",
        P::App(E::SecondProof) => {
            "Esta página pide una segunda prueba de que eres tú: una llave de acceso o un código de tu aplicación. No se ha cambiado nada."
        }
        P::App(E::Closed) => "Ya no admite firmas. Lo que se confirmó a tiempo cuenta.",
        P::App(E::TooMany { retry_after }) => {
            return format!(
                "Han llegado tantas solicitudes desde tu red que tenemos que ir más despacio. Inténtalo de nuevo {}.",
                wait(*retry_after)
            )
            .into();
        }
        P::App(E::Busy { retry_after }) => {
            return format!(
                "Está llegando más de lo que podemos atender a la vez. Inténtalo de nuevo {}.",
                wait(*retry_after)
            )
            .into();
        }
        P::TooSlow => {
            "Tu solicitud tardaba demasiado y la hemos detenido. Inténtalo de nuevo en un minuto; repetirla no hace daño."
        }
        P::App(E::Blocked) => {
            "Quienes llevan esta casa han bloqueado la red en la que estás. Desde otra red puedes firmar."
        }
        P::App(E::Paused) => "Quienes llevan esta casa lo han apagado por un tiempo. Vuelve más tarde.",
        P::App(E::Internal) => {
            "La causa está en nuestro registro. Inténtalo de nuevo dentro de un momento; repetirlo no hace daño."
        }
        P::App(E::Unreachable) => "Comprueba tu conexión e inténtalo de nuevo.",
        P::CrossSite => {
            "Tu navegador indica que lo envió otro sitio, así que no hemos hecho nada. Si querías hacerlo, abre la página aquí y envía \
             el formulario otra vez."
        }
        P::TooLarge => {
            "El formulario era mayor que cualquiera de los nuestros. No se ha guardado nada. Vuelve atrás y acorta el texto."
        }
        P::Unreadable | P::App(E::Unreadable) => {
            "El formulario no ha llegado entero. No se ha guardado nada. Vuelve atrás y envíalo otra vez."
        }
        P::WrongMethod => "Esta dirección no admite ese tipo de solicitud. No se ha cambiado nada.",
    };
    text.into()
}

fn form(error: &E) -> Text {
    let text = match error {
        E::NotFound | E::Gone => "Esta campaña ya no es pública, así que no se ha guardado nada.",
        E::LinkInvalid => "Este enlace ya no funciona. Puedes firmar de nuevo en la página de la campaña.",
        E::SignIn => "No has iniciado sesión aquí, o ya no, así que no se ha guardado nada.",
        E::SecondProof => {
            "Esto necesita antes una segunda prueba: una llave de acceso o un código de tu aplicación. No se ha guardado nada."
        }
        E::Unreadable => "Lo que has escrito no ha llegado entero, así que no se ha guardado nada. Envíalo otra vez.",
        E::Closed => "La campaña se ha cerrado mientras tanto. Ya no admite firmas.",
        E::TooMany { retry_after } => {
            return format!(
                "Acaban de llegar demasiados intentos desde tu red. No se pierde nada: lo que has escrito sigue aquí. Inténtalo de \
                 nuevo {}.",
                wait(*retry_after)
            )
            .into();
        }
        E::Busy { retry_after } => {
            return format!(
                "En este momento está firmando más gente de la que podemos atender. Lo que has escrito sigue aquí. Inténtalo de nuevo {}.",
                wait(*retry_after)
            )
            .into();
        }
        E::Blocked => {
            "Quienes llevan esta casa han bloqueado la red en la que estás, así que no se ha enviado nada. Lo que escribiste sigue aquí: desde otra red puedes firmar."
        }
        E::Paused => {
            "Quienes llevan esta casa lo han apagado por ahora, así que no se ha enviado nada. Lo que escribiste sigue aquí: inténtalo más tarde."
        }
        E::Internal => {
            "Algo ha fallado por nuestra parte. Lo que has escrito sigue aquí. Inténtalo de nuevo; enviarlo dos veces no hace daño."
        }
        E::Unreachable => {
            "No se puede contactar con el servidor. Lo que has escrito sigue aquí. Comprueba tu conexión e inténtalo de nuevo."
        }
    };
    text.into()
}

fn wait(seconds: u32) -> String {
    match seconds.div_ceil(60) {
        0 | 1 => "dentro de un minuto".to_owned(),
        minutes @ 2..=90 => format!("dentro de {minutes} minutos"),
        minutes => format!("dentro de {} horas", minutes.div_ceil(60)),
    }
}
