use crate::i18n::{FlowMsg as M, Lang, Text, confirm_subject, number};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::InboxTitle => "Revisa tu correo",
        M::MailOnItsWay => "Hay un correo en camino a",
        M::MailPerhaps => "Si acabas de firmar, hay un correo en camino a la dirección que has dado.",
        M::ChangeAddress => "¿No es correcta? Cámbiala",
        M::SubjectStart => "Su asunto es ",
        M::Subject { house } => return format!("«{}»", confirm_subject(Lang::Es, house)).into(),
        M::SubjectEnd => {
            ". No nombra la campaña, para que quien mire tu móvil de reojo no sepa qué has firmado. Abre el enlace que contiene o escribe \
             aquí el código."
        }
        M::DevOutbox => "Leerlo en la bandeja de salida",
        M::DevOutboxText => "Este servidor no envía correo: lo guarda en memoria.",
        M::ConfirmButton => "Confirmar mi firma",
        M::NothingTitle => "Si no llega nada",
        M::NothingSpam => "Espera cinco minutos y mira en la carpeta de correo no deseado.",
        M::NothingAddress => "Comprueba la dirección: una sola letra basta.",
        M::NothingAgain => {
            "Firma otra vez pasados diez minutos. Para no inundar ningún buzón, enviamos solo unos pocos correos al día a cada dirección."
        }
        M::NothingBefore => "Si ya habías firmado antes, no hace falta que hagas nada.",
        M::ConfirmTitle => "Confirma tu firma",
        M::ConfirmText => "Un toque y tu firma cuenta.",
        M::PublicLegend => "Esto lo verá todo el mundo",
        M::PublicHelp => {
            "Desmarca lo que no quieras que se vea. ¿No lo has escrito tú? Desmárcalo todo o cierra esta página: así no pasa nada."
        }
        M::PublicName => "El nombre",
        M::PublicReason => "El motivo",
        M::ThanksTitle => "Gracias",
        M::Counts => "Tu firma cuenta.",
        M::CountsPerhaps => {
            "Si acabas de confirmar, tu firma cuenta. Si has llegado por un enlace de otra persona, todavía no has firmado."
        }
        M::SignToo => "Leer la campaña y firmar",
        M::ThanksMissing(1) => "La próxima firma es de alguien que conoces. Pídesela.",
        M::ThanksMissing(n) if n < 1 => {
            "Cada firma más es de alguien a quien otra persona se la pidió. Pídeselo a dos."
        }
        M::ThanksMissing(n) => {
            return format!(
                "Las próximas {} firmas son de gente que conoces. Pídeselo a dos personas.",
                number(Lang::Es, n)
            )
            .into();
        }
        M::YoursTitle => "Tu firma sigue siendo tuya",
        M::YoursText => "Ocultar tu nombre y tu motivo, o retirar la firma:",
        M::Mine => "Mi firma",
        M::YoursMail => "El enlace de tu correo lleva allí para siempre.",
        M::State => "Estado",
        M::StateConfirmed => "Confirmada y contada",
        M::StateWithdrawn => "Retirada por ti; no cuenta",
        M::StateInvalidated => "Eliminada por una regla de este sitio; no cuenta",
        M::Shown => "Visible en la página",
        M::ShownNothing => "Nada",
        M::ShownBoth => "Nombre y motivo",
        M::ShownReason => "El motivo, sin nombre",
        M::InReview { what } => return format!("{what}, cuando una persona lo haya leído").into(),
        M::Updates => "Novedades",
        M::UpdatesOn => "Se envían a tu dirección",
        M::UpdatesOff => "No se envían",
        M::PublicTitle => "Lo que puede ver todo el mundo",
        M::HideButton => "Ocultar mi nombre y mi motivo",
        M::HideText => "Desaparecen de la página de la campaña. Tu firma sigue contando.",
        M::Hidden => "Guardado. Ya no se muestra nada tuyo.",
        M::WithdrawTitle => "Retirar",
        M::WithdrawText => "Tu firma deja de contar al momento, y tu nombre, tu motivo y tu dirección se borran.",
        M::WithdrawOpen => "Retirar mi firma",
        M::WithdrawFinal => "No podemos deshacerlo por ti. Puedes volver a firmar mientras la campaña esté abierta.",
        M::WithdrawButton => "Sí, retirarla",
        M::Withdrawn => "Tu firma se ha retirado y ya no cuenta.",
    };
    text.into()
}
