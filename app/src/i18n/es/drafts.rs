use crate::drafts::{DraftField as F, DraftProblem as P, DraftState, FactPart as Part, draft_limits as max};
use crate::i18n::{DraftMsg as M, Lang, Text, number};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Start => "Empezar una campaña",
        M::StartLead => {
            "Empieza por la frase que la gente lee primero. Todo lo demás viene en la página siguiente, y nada es público hasta que lo haya \
             leído alguien del equipo de moderación."
        }
        M::TooManyAWeek(most) => {
            return format!(
                "Tu texto está guardado, pero no enviado: un equipo puede enviar {most} en siete días, y el tuyo ya lo ha hecho. Envíalo dentro \
                 de unos días."
            )
            .into();
        }
        M::NotInvited => {
            "En esta casa solo inician campañas quienes tienen invitación. Lo que ya has empezado puedes continuarlo."
        }
        M::NotInvitedContact => "Lo decide quien la lleva:",
        M::TooMany(most) => {
            return format!(
                "Puedes escribir {most} campañas al mismo tiempo, y ya tienes {most}. Envía una a revisión o borra una para empezar otra."
            )
            .into();
        }
        M::SimilarTitle => "Quizá una de estas ya lo pide",
        M::SimilarOr => "Firma una de estas o, si lo prefieres:",
        M::StartAnyway => "Empezar la mía de todos modos",
        M::Mine => "Tus campañas",
        M::NoneYet => "Aquí verás las campañas que empieces.",
        M::Untitled => "Sin título",
        M::State(DraftState::Draft, false) => "borrador",
        M::State(DraftState::Draft, true) => "devuelta para cambios",
        M::State(DraftState::Submitted, _) => "en espera de moderación",
        M::State(DraftState::Rejected, _) => "rechazada",
        M::ChangesState(DraftState::Draft, false) => "cambios en borrador",
        M::ChangesState(DraftState::Draft, true) => "cambios devueltos",
        M::ChangesState(DraftState::Submitted, _) => "cambios en espera de moderación",
        M::ChangesState(DraftState::Rejected, _) => "cambios rechazados",
        M::TextsTitle => "Textos",
        M::TextsLead => {
            "Puedes cambiar lo que dice la campaña. Antes, alguien del equipo de moderación lee los cambios; hasta entonces sigue el texto que ya es              público. El texto anterior también se podrá leer, porque es el que firmaron quienes firmaron antes."
        }
        M::TextsFixed => {
            "La dirección no cambia. El último día se fija donde llevas la campaña. Si quieres pedir otra cosa, empieza otra campaña."
        }
        M::ChangeTexts => "Cambiar los textos",
        M::GoOnChanging => "Seguir con los cambios",
        M::NotEditable => {
            "Este sitio no habla el idioma propio de la campaña, así que sus textos no se pueden cambiar aquí. Escribe a quienes llevan el sitio."
        }
        M::Revisions => "Textos que han sido públicos",
        M::TextNumber(number) => return format!("Texto {number}").into(),
        M::PresentSince => "público ahora, desde el",
        M::EarlierSince => "público desde el",
        M::ChangesLead => {
            "Estás cambiando los textos de una campaña pública. Lo que ya es público sigue hasta que alguien del equipo de moderación haya leído los              cambios."
        }
        M::ChangesWait => {
            "Los cambios están en espera de moderación y el texto público sigue como está. Recibirás un correo cuando haya una decisión."
        }
        M::ChangesRefused => {
            "El equipo de moderación ha rechazado estos cambios, así que ha quedado el texto que ya era público. Puedes seguir cambiándolo y enviarlo              otra vez."
        }
        M::OpenPublic => "Abrir el texto que es público (pestaña nueva)",
        M::DeleteChanges => "Borrar estos cambios",
        M::DeleteChangesText => {
            "El texto público se queda. Lo que has cambiado se borra para todas las personas que lo escriben contigo."
        }
        M::Deleted => "El borrador se ha borrado.",
        M::Saved => "Guardado.",
        M::Submitted => "Enviado a revisión.",
        M::TakenBack => "Lo has recuperado. Puedes volver a cambiarlo.",
        M::Label(field) => label(field),
        M::Help(field) => return help(field),
        M::Problem(field, problem) => return complaint(field, problem),
        M::GroupAsk => "Qué pides",
        M::GroupWhy => "Por qué",
        M::GroupFacts => "Los datos",
        M::FactsOptional => "Mostrar cifras en un gráfico (opcional)",
        M::FactHelp(part) => return fact_help(part),
        M::FactRow(number) => return format!("Cifra {number}").into(),
        M::AddRows => "Guardar y añadir filas",
        M::Utc => "UTC, la misma en todas partes",
        M::Region(region) => match region {
            "Africa" => "África",
            "America" => "América",
            "Antarctica" => "Antártida",
            "Arctic" => "Océano Ártico",
            "Atlantic" => "Océano Atlántico",
            "Europe" => "Europa",
            "Indian" => "Océano Índico",
            "Pacific" => "Océano Pacífico",
            region => region,
        },
        M::SourcesTitle => "Enlaces y sus fuentes",
        M::SourcesLead => {
            "Comparte un enlace propio en cada lugar y los recuentos dirán cuántas personas llegaron por él. Una fuente es un lugar, como un folleto \
             o un programa de radio, nunca una persona. Cuenta a partir de unos segundos después de guardarla."
        }
        M::LinksTitle => "Tus enlaces",
        M::NoSources => "Aquí verás los enlaces de las fuentes que añadas abajo.",
        M::SourceColumn => "Fuente",
        M::LinkColumn => "Enlace",
        M::GroupWho => "Quién y hasta cuándo",
        M::GroupDone => "Guardar o enviar",
        M::StoryExamples => "Cómo escribir títulos, listas y enlaces",
        M::StoryExample => {
            "## Un título\n\nUna línea vacía empieza\nun párrafo nuevo.\n\n- un punto\n- **otro**, en negrita\n\n[nuestro estudio](https://example.org)"
        }
        M::AsksPostcode => "Pedir a quienes firman la primera parte de su código postal",
        M::AsksPostcodeHelp => {
            "Muestra cuántas personas firmaron en cada zona. Márcalo solo si a quien te diriges le hace falta saberlo."
        }
        M::MissingTitle => "Antes de poder enviarlo",
        M::Save => "Guardar",
        M::Preview => "Ver cómo queda lo guardado (pestaña nueva)",
        M::SubmitHelp => {
            "Guarda tantas veces como quieras, esté terminado o no. Al enviarlo también se guarda, y alguien del equipo de moderación lo lee. \
             Recibirás un correo con la decisión. Mientras tanto puedes recuperarlo."
        }
        M::KeyTitle => "La clave de las firmas",
        M::HasKey => {
            "Esta campaña tiene una clave. Lo que dan quienes firman se sella para quien la guarda, si moderación permite que se lea."
        }
        M::NoKey => {
            "Esta campaña no tiene clave. Se puede enviar así: su equipo ve entonces recuentos, y nadie podrá leer nunca quién firmó. Cuando sea \
             pública ya no podrá tener una."
        }
        M::NoKeyForEditors => {
            "Esta campaña no tiene clave. Se puede enviar así: su equipo ve entonces recuentos, y nadie podrá leer nunca quién firmó. Cuando sea \
             pública ya no podrá tener una. Una persona titular del equipo puede crearla."
        }
        M::MakeKey => "Guardar y crear una clave",
        M::KeyLink => "Guardar y ver la clave",
        M::KeySet => "La campaña ya tiene su clave. Guarda bien la hoja.",
        M::Submit => "Enviar a revisión",
        M::NotSubmitted => "Lo que has escrito está guardado, pero todavía no se ha enviado.",
        M::SentBack => "El equipo de moderación te lo ha devuelto:",
        M::Overtaken => {
            "Mientras tanto, otra persona ha guardado este borrador. Lo que has escrito está abajo y no se ha guardado. Guarda otra vez para \
             ponerlo en lugar de lo suyo, o mira antes lo suyo."
        }
        M::OpenSaved => "Abrir la versión guardada (pestaña nueva)",
        M::SignedOut => {
            "Tu sesión ha terminado, así que no se ha guardado nada. Lo que has escrito está abajo, solo en esta página: entra en otra \
             pestaña, vuelve aquí y pulsa el botón otra vez."
        }
        M::SendAgain => "Enviarlo otra vez",
        M::SignInElsewhere => "Entrar (pestaña nueva)",
        M::Waits => "Está en espera de moderación. Recibirás un correo cuando haya una decisión.",
        M::TakeBack => "Recuperarlo para cambiarlo",
        M::Refused => {
            "El equipo de moderación ha rechazado esta campaña, así que no es pública. Puedes cambiarla y enviarla otra vez."
        }
        M::RefusedBecause => "Por qué se rechazó:",
        M::RefusedWith => "El equipo de moderación dice:",
        M::TryAgain => "Cambiarla e intentarlo de nuevo",
        M::Delete => "Borrar el borrador",
        M::DeleteText => "Sus textos se borran para ti y para todas las personas que lo escriben contigo.",
        M::Sure => "Sí, borrarlo",
        M::SureHelp => "No podemos recuperarlo.",
        M::NotSure => "Marca la casilla si quieres borrar el borrador.",
        M::NotDeleted => "No se ha borrado nada.",
        M::PreviewBanner => "Vista previa: nadie más que tú ve esta página.",
        M::BackToDraft => "Seguir escribiendo",
        M::SignPlace => "Cuando la campaña sea pública, aquí se firma.",
        M::NotWritten(field) => return format!("Todavía falta: {}", short(field)).into(),
    };
    text.into()
}

fn label(field: F) -> &'static str {
    match field {
        F::Title => "¿Qué pides, en una frase?",
        F::Slug => "Final de la dirección",
        F::StartedBy => "¿Quién la empieza?",
        F::Locale => "Idioma de los textos",
        F::Targets => "¿A quién se lo pides?",
        F::Demands => "Tus exigencias",
        F::Summary => "Resumen",
        F::Story => "La historia",
        F::FactsTitle => "Título del gráfico",
        F::FactsSentence => "Qué muestra el gráfico, en una frase",
        F::FactsUnit => "Qué se cuenta",
        F::FactsNote => "Qué conviene saber de las cifras",
        F::Fact(_, Part::Label) => "Qué representa",
        F::Fact(_, Part::Value) => "Número",
        F::Fact(_, Part::Shown) => "Cómo se lee",
        F::Fact(_, Part::Source) => "Fuente",
        F::Goal => "¿Cuántas firmas esperas reunir?",
        F::ClosesOn => "Último día para firmar",
        F::TimeZone => "Zona horaria",
        F::Sources => "Fuentes propias",
    }
}

/// A field's name within a sentence.
fn short(field: F) -> &'static str {
    match field {
        F::Title => "qué pides, en una frase",
        F::Slug => "la dirección",
        F::StartedBy => "quién la empieza",
        F::Locale => "el idioma",
        F::Targets => "a quién se lo pides",
        F::Demands => "tus exigencias",
        F::Summary => "el resumen",
        F::Story => "la historia",
        F::FactsTitle | F::FactsSentence | F::FactsUnit | F::FactsNote | F::Fact(..) => "las cifras",
        F::Goal => "la meta",
        F::ClosesOn => "el último día",
        F::TimeZone => "la zona horaria",
        F::Sources => "las fuentes propias",
    }
}

fn help(field: F) -> Text {
    let n = |n: u32| number(Lang::Es, n.into());
    match field {
        F::Title => format!(
            "De {} a {} caracteres. Por ejemplo: Que siga el autobús nocturno",
            max::TITLE_MIN,
            max::TITLE_MAX
        )
        .into(),
        F::Slug => {
            "De 3 a 60 caracteres: a–z sin acentos, 0–9 y guiones sueltos entre ellos. Por ejemplo: autobus-nocturno".into()
        }
        F::StartedBy => format!(
            "Una persona o un grupo. Todo el mundo puede leerlo. Hasta {} caracteres. Por ejemplo: Pasajeras y pasajeros de la línea 9",
            max::NAME_MAX
        )
        .into(),
        F::Locale => "El idioma en el que escribes.".into(),
        F::Targets => format!(
            "Uno por línea, {} como máximo; el cargo, tras un punto y coma. Hasta {} caracteres por nombre y por cargo. Por ejemplo: Ana \
             Ruiz; alcaldesa de Larkhaven",
            max::LINES_MAX,
            max::NAME_MAX
        )
        .into(),
        F::Demands => format!(
            "Una por línea, {} como máximo, en el orden en que deben aparecer. Hasta {} caracteres cada una. Por ejemplo: Que la línea 9 \
             pase cada hora hasta las dos de la madrugada.",
            max::LINES_MAX,
            max::DEMAND_MAX
        )
        .into(),
        F::Summary => format!(
            "Dos o tres frases, hasta {} caracteres. Aparecen también en las listas y donde se comparte el enlace. Por ejemplo: El último \
             autobús sale antes de que acabe el turno de noche. Trescientas personas vuelven a casa a pie y a oscuras.",
            max::SUMMARY_MAX
        )
        .into(),
        F::Story => format!(
            "Por qué importa y qué pasa si nada cambia. Hasta {} caracteres. Por ejemplo: Desde marzo, la línea 9 termina a las once…",
            n(max::STORY_MAX)
        )
        .into(),
        F::FactsTitle => {
            format!("Hasta {} caracteres. Por ejemplo: Viajes en el autobús nocturno", max::FACTS_TITLE_MAX).into()
        }
        F::FactsSentence => format!(
            "Hasta {} caracteres. Quien no puede ver el gráfico lee esto. Por ejemplo: De noche viaja el triple de gente que hace diez años.",
            max::FACTS_SENTENCE_MAX
        )
        .into(),
        F::FactsUnit => format!("Hasta {} caracteres. Por ejemplo: viajes por noche", max::FACTS_UNIT_MAX).into(),
        F::FactsNote => format!("Cómo se contó y qué queda fuera. Hasta {} caracteres.", max::FACTS_NOTE_MAX).into(),
        F::Fact(..) => "".into(),
        F::Goal => format!("De {} a {}. Por ejemplo: 1000", n(max::GOAL_MIN), n(max::GOAL_MAX)).into(),
        F::ClosesOn => "Si lo dejas vacío, la campaña no tiene final. Por ejemplo: 2027-03-31".into(),
        F::Sources => format!(
            "Códigos de los lugares donde compartes el enlace, uno por línea, {} como máximo; de 2 a 20 caracteres cada uno: a–z sin acentos, 0–9 y \
             guiones. Cada uno tiene su propio enlace. Las firmas de un código que quites siguen contadas. Por ejemplo: folleto",
            max::SOURCES_MAX
        )
        .into(),
        F::TimeZone => "El último día termina allí a medianoche. Elige la ciudad cuyos relojes marcan tu hora.".into(),
    }
}

fn fact_help(part: Part) -> Text {
    match part {
        Part::Label => format!("Hasta {} caracteres. Por ejemplo: 2026", max::FACT_LABEL_MAX).into(),
        Part::Value => "Un número entero: da a la barra su longitud. Por ejemplo: 1100".into(),
        Part::Shown => {
            format!("Solo si no es exacto. Hasta {} caracteres. Por ejemplo: unos 1100", max::FACTS_UNIT_MAX).into()
        }
        Part::Source => format!("Dónde se puede comprobar. Hasta {} caracteres.", max::FACTS_SENTENCE_MAX).into(),
    }
}

fn complaint(field: F, problem: P) -> Text {
    let n = |n: u32| number(Lang::Es, n.into());
    let text = match (field, problem) {
        (F::Title, P::Missing) => "Di en una frase qué pides.",
        (F::Slug, P::Missing) => "Elige cómo debe terminar la dirección.",
        (F::StartedBy, P::Missing) => "Di quién la empieza: una persona o un grupo.",
        (F::Locale, P::Missing | P::NotALanguage) => "Elige el idioma en el que escribes.",
        (F::Targets, P::Missing) => "Di a quién se lo pides: uno por línea, primero el nombre.",
        (F::Demands, P::Missing) => "Escribe al menos una exigencia.",
        (F::Summary, P::Missing) => "Di en dos o tres frases de qué se trata.",
        (F::Story, P::Missing) => "Cuenta por qué importa.",
        (F::Goal, P::Missing) => "Di cuántas firmas esperas reunir.",
        (F::TimeZone, P::Missing) => "Elige la zona horaria en la que termina el último día.",
        (F::FactsTitle, P::Missing) => "Ponle un título al gráfico.",
        (F::FactsSentence, P::Missing) => "Di en una frase qué muestra el gráfico.",
        (F::FactsUnit, P::Missing) => "Di qué se cuenta.",
        (F::Fact(_, Part::Label), P::Missing) => "Di qué representa esta cifra.",
        (F::Fact(_, Part::Value), P::Missing) => "Escribe el número de esta cifra.",
        (F::Fact(_, Part::Source), P::Missing) => "Di de dónde viene esta cifra.",
        (F::FactsNote | F::Fact(_, Part::Shown), P::Missing) => "Rellena este campo.",
        (F::Sources, P::Missing) => "Rellena este campo.",
        (F::Sources, P::TooManyLines(max)) => return format!("Deja {max} fuentes como máximo.").into(),
        (F::ClosesOn, P::Missing) => "Rellena este campo.",
        (F::TimeZone, P::TooShort(_) | P::TooLong(_)) => {
            return complaint(field, P::NotATimeZone);
        }
        (F::Title, P::TooShort(min)) => return format!("Di un poco más: al menos {min} caracteres.").into(),
        (_, P::TooShort(min)) => return format!("Escribe al menos {min} caracteres.").into(),
        (F::Title, P::TooLong(max)) => return format!("Acorta la frase a {max} caracteres.").into(),
        (F::StartedBy, P::TooLong(max)) => return format!("Acorta el nombre a {max} caracteres.").into(),
        (F::Summary, P::TooLong(max)) => return format!("Acorta el resumen a {max} caracteres.").into(),
        (F::Story, P::TooLong(max)) => return format!("Acorta la historia a {} caracteres.", n(max)).into(),
        (_, P::TooLong(max)) => return format!("Escribe {} caracteres como máximo.", n(max)).into(),
        (F::Targets, P::TooManyLines(max)) => {
            return format!("Nombra a {max} como máximo: a quienes pueden decidir.").into();
        }
        (F::Demands, P::TooManyLines(max)) => {
            return format!("Escribe {max} exigencias como máximo: junta algunas o quita algunas.").into();
        }
        (_, P::TooManyLines(max)) => return format!("Escribe {max} líneas como máximo.").into(),
        (F::Targets, P::LineTooLong(_)) => {
            return format!("Acorta cada nombre y cada cargo a {} caracteres.", max::NAME_MAX).into();
        }
        (F::Demands, P::LineTooLong(max)) => return format!("Acorta cada exigencia a {max} caracteres.").into(),
        (_, P::LineTooLong(max)) => return format!("Acorta cada línea a {max} caracteres.").into(),
        (_, P::ControlCharacter) => {
            "Contiene un carácter de control invisible, quizá por haberlo copiado. Borra esa parte y escríbela de nuevo."
        }
        (_, P::NotASlug) => {
            "Usa de 3 a 60 letras minúsculas de la a a la z sin acentos, cifras y guiones sueltos entre ellas, como autobus-nocturno."
        }
        (_, P::SlugTaken) => "Otra campaña tiene esta dirección. Elige otro final.",
        (_, P::NotAGoal) => {
            return format!("Escribe un número entero de {} a {}.", n(max::GOAL_MIN), n(max::GOAL_MAX)).into();
        }
        (_, P::NotAFigure) => {
            "Escribe un número entero, por ejemplo 1100. Si es una fracción, cuenta en partes más pequeñas: 125 por mil en vez de 12,5 por \
             ciento."
        }
        (_, P::NotADate) => "Escribe la fecha como año, mes y día, por ejemplo 2027-03-31, o deja el campo vacío.",
        (_, P::Past) => "Ese día ya ha pasado. Elige uno posterior o deja el campo vacío.",
        (_, P::NotATimeZone) => "Elige una zona horaria de la lista.",
        (_, P::NotASource) => {
            "Usa en cada uno de 2 a 20 letras de la a a la z sin acentos, cifras y guiones entre ellas, como folleto-2, y ninguno de link, qr, share, mail, \
             embed, none y other, que ya tienen todas las campañas."
        }
        (_, P::NotALanguage) => "Elige un idioma de la lista.",
    };
    text.into()
}
