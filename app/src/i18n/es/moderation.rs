use crate::i18n::{Lang, ReviewMsg as M, Text, number};
use crate::moderation::{
    AgeBand as B, CaseAction as A, CaseField as F, GroundAction as G, GroundField, GroundProblem, TextProblem as P,
};

pub fn text(msg: M<'_>) -> Text {
    let n = |n| number(Lang::Es, n);
    let text = match msg {
        M::Queue => "Campañas en espera",
        M::Ages(due, overdue) => {
            return format!(
                "Primero van las más antiguas. A los {} a una campaña le toca; a los {} va con retraso.",
                days(due.into()),
                days(overdue.into())
            )
            .into();
        }
        M::NothingWaits => "No hay nada en espera. Aquí verás las campañas que se envíen.",
        M::NothingHere => "No hay nada de este tipo en espera.",
        M::QueuePages => "Páginas de la cola",
        M::Filter => "Mostrar solo",
        M::FilterAge => "Antigüedad",
        M::FilterLanguage => "Idioma",
        M::All => "Todas",
        M::Apply => "Mostrar",
        M::Band(band) => self::band(band),
        M::BandCount(band, count) => {
            let words = match (band, count) {
                (B::New, 1) => "nueva",
                (B::New, _) => "nuevas",
                (B::Due, 1) => "a la que le toca",
                (B::Due, _) => "a las que les toca",
                (B::Overdue, _) => "con retraso",
            };
            return format!("{} {words}", n(count)).into();
        }
        M::ColumnCampaign => "Campaña",
        M::ColumnLanguage => "Idioma",
        M::ColumnWaiting => "En espera",
        M::ColumnWho => "Quién está con ella",
        M::QueuedChange => " cambios en un texto público",
        M::IsChange => {
            "Esta campaña ya es pública. Al publicar, estos textos ocupan el lugar de los que son públicos; si no, se quedan los que hay."
        }
        M::Days(0) => "desde hoy",
        M::Days(count) => return days(count).into(),
        M::Nobody => "nadie",
        M::Previous => "Campaña anterior",
        M::Next => "Campaña siguiente",
        M::Key(key) => return format!("(tecla de acceso {key})").into(),
        M::Others => "Otras en espera",
        M::Did(A::Take) => "Te la has quedado. Los demás lo verán durante media hora.",
        M::Did(A::Leave) => "La has dejado para los demás.",
        M::Did(A::Note) => "Tu nota ya está.",
        M::Did(A::Publish) => "Ya es pública, y se ha escrito a su equipo.",
        M::Did(A::SendBack) => "Vuelve a estar en manos de su equipo, al que se ha escrito.",
        M::Did(A::Reject) => "Está rechazada, y se ha escrito a su equipo.",
        M::Do(A::Take) => "Me la quedo",
        M::Do(A::Leave) => "Dejarla para otros",
        M::Do(A::Note) => "Añadir la nota",
        M::Do(A::Publish) => "Publicar",
        M::Do(A::SendBack) => "Devolver",
        M::Do(A::Reject) => "Rechazar",
        M::TakeOver => "Quedármela yo",
        M::LockTitle => "Quién está con ella",
        M::LockFree => "No hay nadie con ella. Quédatela para que nadie más la lea al mismo tiempo.",
        M::LockMine(until) => return format!("Estás con ella hasta las {until}.").into(),
        M::LockOther { by, until } => return format!("{by} está con ella hasta las {until}.").into(),
        M::DecisionTitle => "Decidir",
        M::OwnTeam => {
            "Perteneces al equipo de esta campaña, así que tiene que decidir otra persona. Puedes leerla y escribir notas."
        }
        M::Held(by) => {
            return format!("{by} está con ella, así que no se ha decidido nada. Quédatela si te toca decidir a ti.")
                .into();
        }
        M::Unfit => "Así no se puede publicar. Devuélvela y di qué hay que cambiar:",
        M::Changed => {
            "Su equipo la ha cambiado desde que la abriste, así que no se ha decidido nada. Lo que se ve ahora es la versión nueva."
        }
        M::Over => "Su equipo la ha recuperado, u otra persona ya ha decidido. Nada tuyo ha cambiado ni se ha perdido.",
        M::OverTitle => "Esto ya no está en espera",
        M::Label(F::Remark) => "Observaciones para su equipo",
        M::Label(F::Grounds) => "Motivos para rechazarla",
        M::Label(F::Note) => "Nota nueva",
        M::Help(F::Remark) => {
            "Las leerá en la página de su borrador. Hacen falta para devolverla: di qué hay que cambiar. Hasta 2.000 caracteres."
        }
        M::Help(F::Grounds) => "Al menos uno para rechazarla. Su equipo los leerá tal como están aquí.",
        M::Help(F::Note) => "Solo la lee el equipo de moderación. Hasta 2.000 caracteres.",
        M::Problem(_, P::TooLong(max)) => {
            return format!("Pasa de {} caracteres. Acórtalo, por favor.", n(max.into())).into();
        }
        M::Problem(_, P::ControlCharacter) => {
            "Contiene caracteres que no se ven. Escríbelo de nuevo en vez de pegarlo."
        }
        M::Problem(F::Remark, P::Missing) => "Di qué tiene que cambiar su equipo.",
        M::Problem(F::Grounds, P::Missing) => "Marca al menos un motivo.",
        M::Problem(F::Note, P::Missing) => "Escribe algo antes.",
        M::NothingDone => "No se ha decidido nada.",
        M::FactsTitle => "Lo que la página no muestra",
        M::FactAddress => "Dirección",
        M::FactLanguage => "Idioma",
        M::FactZone => "Zona horaria de su último día",
        M::FactPostcode => "Pide a quienes firman su zona postal",
        M::YesNo(true) => "Sí",
        M::YesNo(false) => "No",
        M::ChangesTitle => "Qué hay de nuevo",
        M::NoChanges => "Sus textos son los que ya son públicos.",
        M::ChangesHow => {
            "Frente a los textos que ahora son públicos: tachado lo que se quitó, subrayado lo que se añadió."
        }
        M::RemovedWords => "quitado:",
        M::AddedWords => "añadido:",
        M::NotesTitle => "Notas entre moderadores",
        M::NoNotes => "Todavía no hay ninguna.",
        M::ClosedAccount => "alguien que ya cerró su cuenta",
        M::Rooms => "Partes de la revisión",
        M::ReasonsWait(count) => return format!("Motivos de quienes firman ({})", n(count)).into(),
        M::UpdatesWait(count) => return format!("Novedades ({})", n(count)).into(),
        M::RepliesWait(count) => return format!("Respuestas de los destinatarios ({})", n(count)).into(),
        M::Reasons => "Motivos de quienes firman, en espera",
        M::ReasonsHow => {
            "Los escribieron quienes firmaron y quieren que sean públicos. No se guarda cuándo: primero van los de las campañas más antiguas."
        }
        M::ReasonsShown => "Motivos de quienes firman que se muestran",
        M::ReasonsWaiting => "Los que están en espera",
        M::NoReasons => "No hay motivos en espera.",
        M::NoShownReasons => "No se muestra ningún motivo.",
        M::ReasonPages => "Páginas de motivos",
        M::PickReason => "Marcar este motivo",
        M::ShowTicked => "Mostrar lo marcado",
        M::RemoveTicked => "Quitar lo marcado",
        M::RemoveHow => {
            "Lo que se quita se borra junto con el nombre que lleva al lado, y no se puede recuperar. La firma sigue contando."
        }
        M::ReasonsDone(1) => "Se ha decidido sobre 1 motivo.",
        M::ReasonsDone(count) => return format!("Se ha decidido sobre {} motivos.", n(count.into())).into(),
        M::NothingTicked => "Marca antes al menos un motivo.",
        M::Campaigns => "Campañas públicas y ocultas",
        M::SearchWords => "Palabras de sus textos",
        M::Which => "Cuáles",
        M::AllOfThem => "Todas",
        M::HiddenOnes => "Las ocultas",
        M::NoCampaigns => "No se ha encontrado nada.",
        M::CampaignPages => "Páginas de campañas",
        M::ColumnState => "Estado",
        M::StatePublic => "pública",
        M::StateHidden => "oculta",
        M::ToPublicPage => "Su página pública",
        M::ToItsReasons => "Motivos de quienes la firmaron que se muestran",
        M::UnreadTitle => "Públicas, aún sin leer",
        M::UnreadLead => "Se publicaron al enviarse. Léelas y después aprueba, oculta o rechaza cada una.",
        M::UnreadText => "Se publicó al enviarse, y nadie la ha leído todavía.",
        M::Approve => "Aprobarla",
        M::Refuse => "Rechazar la campaña",
        M::RefuseHelp => "Una campaña rechazada queda oculta para siempre, por los motivos marcados.",
        M::RefusedTitle => "Está rechazada",
        M::DidApprove => "Está aprobada y sigue siendo pública.",
        M::DidRefuse => "Está rechazada, y se ha escrito a su equipo.",
        M::HideTitle => "Ocultarla",
        M::HideText => {
            "Su página dirá por qué se retiró, nadie podrá ya firmar ni confirmar, y se escribirá a su equipo. Quienes firmaron podrán \
             seguir retirando su firma. Se puede volver a mostrar."
        }
        M::Hide => "Ocultar la campaña",
        M::HideHelp => "Al menos uno. Todo el mundo los leerá en la página de la campaña.",
        M::ShowTitle => "Está oculta",
        M::HiddenBecause => "Su página dice por qué:",
        M::HiddenWithout => "Su página no da ningún motivo, porque no se dio ninguno.",
        M::Show => "Volver a mostrarla",
        M::DidHide => "Está oculta, y se ha escrito a su equipo.",
        M::DidShow => "Vuelve a ser pública, y se ha escrito a su equipo.",
        M::Catalogue => "Catálogo de motivos",
        M::CatalogueText => {
            "Estos son los motivos que da el equipo de moderación cuando rechaza u oculta una campaña. Los lee su equipo y, si está oculta, todo el \
             mundo. Un cambio se ve enseguida allí donde se dio el motivo; uno retirado se queda allí y ya no se puede dar."
        }
        M::NewGround => "Un motivo nuevo",
        M::Retired => "retirado",
        M::DoGround(G::Add) => "Añadirlo",
        M::DoGround(G::Change) => "Guardar",
        M::DoGround(G::Retire) => "Retirar",
        M::DoGround(G::Restore) => "Recuperarlo",
        M::DidGround(G::Add) => "El motivo se ha añadido.",
        M::DidGround(G::Change) => "Los textos se han guardado.",
        M::DidGround(G::Retire) => "El motivo está retirado.",
        M::DidGround(G::Restore) => "El motivo se puede volver a dar.",
        M::GroundLabel(GroundField::Code) => "Nombre en el registro",
        M::GroundLabel(GroundField::Text(lang)) => return format!("Texto en {}", lang.own_name()).into(),
        M::GroundCodeHelp => {
            "De 3 a 40 caracteres: letras minúsculas de la a a la z, cifras y _. No se puede cambiar después."
        }
        M::GroundProblem(GroundField::Code, GroundProblem::Missing) => "Ponle un nombre.",
        M::GroundProblem(GroundField::Text(lang), GroundProblem::Missing) => {
            return format!("Escribe el texto en {}.", lang.own_name()).into();
        }
        M::GroundProblem(_, GroundProblem::TooLong(max)) => {
            return format!("Pasa de {} caracteres. Acórtalo, por favor.", n(max.into())).into();
        }
        M::GroundProblem(_, GroundProblem::ControlCharacter) => {
            "Contiene caracteres que no se ven. Escríbelo de nuevo en vez de pegarlo."
        }
        M::GroundProblem(_, GroundProblem::NotACode) => "Usa de 3 a 40 letras minúsculas de la a a la z, cifras y _.",
        M::GroundProblem(_, GroundProblem::Taken) => "Ya hay un motivo con este nombre. Ponle otro.",
        M::NothingChanged => "No se ha cambiado nada.",
        M::WhyHidden => "Quienes llevan este sitio la retiraron porque:",
    };
    text.into()
}

fn band(band: B) -> &'static str {
    match band {
        B::New => "nueva",
        B::Due => "le toca",
        B::Overdue => "con retraso",
    }
}

fn days(n: i64) -> String {
    if n == 1 { "1 día".to_owned() } else { format!("{} días", number(Lang::Es, n)) }
}
