use crate::i18n::{Lang, RunMsg as M, Text, number};
use crate::running::{RunField as F, RunProblem as P, RunState as S};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Run => "Llevar esta campaña",
        M::RunLink => "Llevarla",
        M::State(S::Open, None) => "Admite firmas y no tiene último día.",
        M::State(S::Open, Some(day)) => return format!("Admite firmas hasta el final del {day}.").into(),
        M::State(S::Closed, Some(day)) => return format!("Está cerrada; su último día fue el {day}.").into(),
        M::State(S::Archived, Some(day)) => return format!("Está archivada; su último día fue el {day}.").into(),
        M::State(S::Closed, None) => "Está cerrada.",
        M::State(S::Archived, None) => "Está archivada.",
        M::EndTitle => "El último día",
        M::Label(F::ClosesOn) => "Último día para firmar",
        M::Label(F::Sure) | M::Sure => "Sí, ciérrala ahora",
        M::Label(F::AnsweredBy) => "¿Quién ha respondido?",
        M::Label(F::Text) => "La respuesta",
        M::Label(F::Day) => "Día de la respuesta",
        M::Label(F::Link) => "Dónde se puede leer",
        M::Label(F::Remark) => "¿Qué debería cambiar el equipo?",
        M::Help(F::AnsweredBy) => "Un nombre o un cargo, hasta 100 caracteres.",
        M::Help(F::Text) => "Con sus propias palabras, hasta 5.000 caracteres. Markdown funciona como en tu historia.",
        M::Help(F::Link) => "La dirección de su carta o comunicado, si lo hay. Empieza por https://.",
        M::Help(F::Remark) => "El equipo lo lee en la página de su campaña.",
        M::Help(F::Day | F::Sure | F::ClosesOn) => "",
        M::DayHelp(zone) => {
            return format!(
                "Se puede firmar hasta que acabe ese día en la zona horaria {zone}. Déjalo vacío si no hay final."
            )
            .into();
        }
        M::Problem(_, P::ControlCharacter) => "Quita los caracteres que no se ven.",
        M::Problem(F::AnsweredBy, P::Missing) => "Di quién ha respondido.",
        M::Problem(F::Text, P::Missing) => "Escribe la respuesta.",
        M::Problem(F::Day, P::Missing) => "Indica el día de la respuesta.",
        M::Problem(F::Remark, P::Missing) => "Di al equipo qué debe cambiar.",
        M::Problem(_, P::Missing) => "Rellena este campo.",
        M::Problem(_, P::TooLong(max)) => {
            return format!("Acórtalo a {} caracteres.", number(Lang::Es, i64::from(max))).into();
        }
        M::Problem(_, P::NotADate) => "Escribe una fecha como 2027-03-31.",
        M::Problem(_, P::Past) => "Elige un día que aún no haya llegado.",
        M::Problem(_, P::Future) => "Elige un día que ya haya llegado.",
        M::Problem(_, P::NotALink) => "Escribe una dirección completa que empiece por https://.",
        M::Problem(_, P::NotTicked) => "Marca la casilla si quieres cerrarla.",
        M::Extend => "Fijar el último día",
        M::Final => {
            "Se cerró hace más de 30 días y sigue cerrada: se han destruido las marcas que impiden que alguien cuente dos veces."
        }
        M::Close => "Cerrar ahora",
        M::CloseText => {
            "Nadie podrá firmar desde este momento. Quien ha firmado y aún no ha confirmado puede hacerlo durante 24 horas. Durante 30 \
             días puedes fijar un nuevo último día, que la abre otra vez."
        }
        M::SureHelp => "La página sigue siendo pública, con el recuento tal como acaba.",
        M::Archive => "Archivar",
        M::ArchiveText => "La campaña sale de la lista de la portada. Su página y sus recuentos siguen donde están.",
        M::ShowAgain => "Devolverla a la lista",
        M::ReplyTitle => "La respuesta a vuestras demandas",
        M::ReplyText => {
            "Cuando hayan respondido, pon sus palabras en la página de la campaña. Hasta entonces dice cuánto tiempo lleváis esperando, \
             desde el día en que se alcanzó la meta o acabó el plazo para firmar. Antes la mira un moderador."
        }
        M::ReplyWaits => "Esta respuesta espera a un moderador. Todavía puedes cambiarla.",
        M::ReplySentBack => "Un moderador ha devuelto esta respuesta:",
        M::ReplyShown => {
            "Esta respuesta está en la página de la campaña. Una nueva ocupará su lugar cuando la haya mirado un moderador."
        }
        M::SendReply => "Enviar la respuesta a revisión",
        M::RemoveReply => "Quitar la respuesta",
        M::Milestones => "Alcanzado hasta ahora",
        M::NoMilestones => "La primera marca son 100 firmas. Recibirás un correo cuando se alcance.",
        M::Reached { n, day } => return format!("{} firmas el {day}", number(Lang::Es, n)).into(),
        M::PublishedUnread => "Es pública. Ahora la lee moderación, que puede ocultarla o rechazarla.",
        M::Saved => "Guardado.",
        M::Kept => "No se ha cambiado nada; lo que escribiste sigue aquí.",
        M::WaitingReplies => "Respuestas que esperan",
        M::NoneWaits => "No hay ninguna respuesta que te espere.",
        M::Show => "Mostrarla en la página",
        M::SendBack => "Devolverla",
        M::By { by, day } => return format!("{by}, {day}").into(),
        M::PublicReply => "La respuesta",
        M::WaitingDays(0) => "A la espera de una respuesta desde hoy.",
        M::WaitingDays(1) => "Un día a la espera de una respuesta.",
        M::WaitingDays(days) => return format!("{} días a la espera de una respuesta.", number(Lang::Es, days)).into(),
        M::Source => "Leerla donde se publicó",
    };
    text.into()
}
