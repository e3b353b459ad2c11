use crate::i18n::{Lang, Text, UpdateMsg as M, number};
use crate::updates::{
    Crowd, MailingState as S, UpdateField as F, UpdateProblem as P, UpdateState, update_limits as max,
};

pub fn text(msg: M) -> Text {
    let n = |n: u32| number(Lang::Es, n.into());
    let text = match msg {
        M::Updates => "Novedades",
        M::Older => "Novedades anteriores",
        M::Newer => "Novedades más recientes",
        M::NoneShown => "No hay novedades de esta campaña.",
        M::Lead => {
            "Cuenta qué ha pasado a quienes firmaron. Cada novedad la lee alguien de moderación; después aparece en la página de la campaña y \
             puedes hacer que se envíe por correo a quienes pidieron novedades."
        }
        M::Start => "Escribir una novedad",
        M::TooMany(most) => {
            return format!(
                "Hay {most} novedades de esta campaña sin terminar o en espera. Envía o borra alguna para empezar otra."
            )
            .into();
        }
        M::NoneYet => "Aquí aparecerán las novedades que escribas.",
        M::Untitled => "Sin título",
        M::State(UpdateState::Draft, false) => "borrador",
        M::State(UpdateState::Draft, true) => "devuelta para cambios",
        M::State(UpdateState::Submitted, _) => "en espera de moderación",
        M::State(UpdateState::Approved, _) => "pública",
        M::MailingShort(S::Queued | S::Running) => "enviándose",
        M::MailingShort(S::Paused) => "envío en pausa",
        M::MailingShort(S::Cancelled) => "envío terminado antes de tiempo",
        M::MailingShort(S::Done) => "enviada",
        M::Deleted => "La novedad se ha borrado.",
        M::Saved => "Guardado.",
        M::Submitted => "Enviada a revisión.",
        M::TakenBack => "Recuperada. Puedes cambiarla otra vez.",
        M::Tested => "El correo de prueba va en camino a tu dirección.",
        M::Begun => "El envío ha empezado.",
        M::Paused => "El envío está en pausa.",
        M::Resumed => "El envío continúa.",
        M::Cancelled => "El envío ha terminado.",
        M::Label(F::Title) => "¿Qué ha pasado, en una línea?",
        M::Label(F::Locale) => "Idioma de la novedad",
        M::Label(F::Text) => "La novedad",
        M::Help(F::Title) => {
            return format!("Hasta {} caracteres. Por ejemplo: El pleno vota el martes", max::TITLE_MAX).into();
        }
        M::Help(F::Locale) => "El idioma en el que escribes.",
        M::Help(F::Text) => {
            return format!(
                "Hasta {} caracteres. Se envía como texto, así que pon primero lo principal. Por ejemplo: El lunes entregamos…",
                n(max::TEXT_MAX)
            )
            .into();
        }
        M::Problem(F::Title, P::Missing) => "Di en una línea qué ha pasado.",
        M::Problem(F::Title, P::TooLong(max)) => return format!("Acorta la línea a {} caracteres.", n(max)).into(),
        M::Problem(F::Text, P::Missing) => "Cuenta qué ha pasado.",
        M::Problem(_, P::TooLong(max)) => return format!("Acorta la novedad a {} caracteres.", n(max)).into(),
        M::Problem(F::Locale, _) | M::Problem(_, P::NotALanguage) => "Elige el idioma en el que escribes.",
        M::Problem(_, P::ControlCharacter) => {
            "Contiene un carácter de control invisible, quizá por haber copiado. Borra esa parte y escríbela de nuevo."
        }
        M::Save => "Guardar",
        M::Preview => "Ver cómo queda lo guardado (pestaña nueva)",
        M::SubmitHelp => {
            "Al enviarla también se guarda, y la lee alguien de moderación. Recibirás un correo con la decisión. Nada se envía a quienes \
             firmaron hasta que tú lo digas."
        }
        M::Submit => "Enviar a revisión",
        M::NotSubmitted => "Lo que has escrito está guardado, pero todavía no se ha enviado.",
        M::SentBack => "Moderación la ha devuelto:",
        M::Overtaken => {
            "Entretanto otra persona ha guardado esta novedad. Lo que has escrito está abajo y no se ha guardado. Guarda otra vez para ponerlo \
             en lugar de lo suyo, o mira antes lo suyo."
        }
        M::OpenSaved => "Abrir la versión guardada (pestaña nueva)",
        M::Waits => "Espera a que alguien de moderación la lea. Recibirás un correo con la decisión.",
        M::TakeBack => "Recuperarla para cambiarla",
        M::Delete => "Borrar la novedad",
        M::DeleteText => "Su texto se borra para ti y para quienes la escriben contigo.",
        M::Sure => "Sí, borrarla",
        M::SureHelp => "No podemos recuperarla.",
        M::NotSure => "Marca la casilla si quieres borrar la novedad.",
        M::NotDeleted => "No se ha borrado nada.",
        M::PreviewBanner => "Vista previa: esta página solo la ve tu equipo.",
        M::Back => "Volver a la novedad",
        M::TestTitle => "Pruébala",
        M::TestText => "Recibes el correo tal como lo recibirían quienes firmaron, en la dirección de tu cuenta.",
        M::Test => "Enviarme lo guardado",
        M::TooManyTests(most) => {
            return format!("Ya se enviaron {most} correos de prueba de esta novedad; no puede haber más.").into();
        }
        M::Public => "Es pública, en la página de la campaña.",
        M::OpenPublic => "Abrir las novedades de la campaña",
        M::MailTitle => "Enviarla por correo a quienes firmaron",
        M::Readers(Crowd::Few) => {
            "Menos de 10 personas que firmaron han pedido novedades. A nadie se le muestra quiénes son ni cuáles son sus direcciones."
        }
        M::Readers(Crowd::AtLeast(count)) => {
            return format!(
                "Al menos {} personas que firmaron han pedido novedades. A nadie se le muestra quiénes son ni cuáles son sus direcciones.",
                number(Lang::Es, count)
            )
            .into();
        }
        M::Left(1) => "Puedes enviar una novedad más en estos siete días.",
        M::Left(left) => return format!("Puedes enviar {left} novedades más en estos siete días.").into(),
        M::NoneLeft(most) => {
            return format!(
                "En los últimos siete días se enviaron {most} novedades de esta campaña, y más cansarían a quienes las leen. Envía esta más \
                 adelante."
            )
            .into();
        }
        M::MailOpen => "Enviar esta novedad por correo",
        M::MailFinal => "Lo enviado no se puede retirar. ¿Has mirado el correo de prueba?",
        M::Mail => "Sí, enviarla ahora",
        M::MailingState(S::Queued) => "El envío empieza dentro de un momento.",
        M::MailingState(S::Running) => "Los correos se están enviando.",
        M::MailingState(S::Paused) => "El envío está en pausa. Los correos que ya estaban hechos salen de todos modos.",
        M::MailingState(S::Cancelled) => "El envío se terminó antes de tiempo. No se puede empezar otra vez.",
        M::MailingState(S::Done) => "El envío ha terminado.",
        M::Made(Crowd::Few) => "Menos de 10 correos hechos hasta ahora.",
        M::Made(Crowd::AtLeast(count)) => {
            return format!("Al menos {} correos hechos hasta ahora.", number(Lang::Es, count)).into();
        }
        M::Progress => "Qué parte de la lista está hecha",
        M::Percent(percent) => return format!("{percent} %").into(),
        M::Reload => "Esta página muestra cómo estaba cuando la abriste.",
        M::ReloadLink => "Mirar otra vez",
        M::Pause => "Pausar",
        M::Resume => "Continuar",
        M::CancelOpen => "Terminar el envío",
        M::CancelText => {
            "Los correos que esperan se descartan y no se escribe a nadie más. Esta novedad no se podrá enviar otra vez."
        }
        M::Cancel => "Sí, terminarlo",
        M::WaitingTitle => "Novedades en espera de revisión",
        M::NothingWaits => "No hay ninguna novedad en espera.",
        M::Since => "Enviada a revisión el",
        M::Decide => "Tu decisión",
        M::Remark => "Observación para el equipo",
        M::RemarkHelp => "Hace falta para devolverla: ¿qué debería cambiar? La lee el equipo.",
        M::RemarkUnfit(max) => {
            return format!("Para devolverla, di en 1 a {} caracteres qué debería cambiar.", n(max)).into();
        }
        M::Approve => "Hacerla pública",
        M::ApproveHelp => {
            "Aparece enseguida en la página de la campaña, y su equipo puede enviarla por correo a quienes firmaron."
        }
        M::SendBack => "Devolverla",
        M::Decided => "Tu decisión está hecha, y el equipo recibe un correo.",
        M::TooLate => {
            "Esta versión ya no espera: su equipo la recuperó, o alguien ha decidido antes. No se ha cambiado nada."
        }
        M::UnsubscribeTitle => "No recibir más novedades",
        M::UnsubscribeText => {
            "Un toque, y no te enviamos más novedades de esta campaña y borramos tu dirección. Tu firma sigue contando."
        }
        M::Unsubscribe => "No enviarme más novedades",
        M::Unsubscribed => "Ya no recibirás más novedades de esta campaña.",
        M::UnsubscribedText => {
            "Tu dirección se ha borrado. Tu firma sigue contando. Si un correo salía en este mismo momento, todavía puede llegar."
        }
        M::StopTitle => "Novedades",
        M::StopText => "Te enviamos novedades de esta campaña. Puedes pararlo; entonces se borra tu dirección.",
    };
    text.into()
}
