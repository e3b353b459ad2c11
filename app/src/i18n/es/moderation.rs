use crate::i18n::{Lang, ReviewMsg as M, Text, number};
use crate::moderation::{AgeBand as B, CaseAction as A, CaseField as F, TextProblem as P};

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
