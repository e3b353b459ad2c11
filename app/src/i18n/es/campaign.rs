use crate::i18n::{CampaignMsg as M, Lang, Text, number};

pub fn text(msg: M<'_>) -> Text {
    let n = |n| number(Lang::Es, n);
    let text = match msg {
        M::HomeTitle => "Firma por lo que quieres cambiar. Lo que no sabemos de ti, nadie nos lo puede quitar.",
        M::HomeLead => {
            "Peticiones cuyas firmas se cuentan y se comprueban, mientras que quién firmó queda sellado. Sin cuenta, sin rastreo y nada \
             público si tú no lo marcas."
        }
        M::SearchLabel => "Buscar campañas",
        M::SearchButton => "Buscar",
        M::ListTitle => "Campañas",
        M::FoundTitle { query } => return format!("Resultados para «{query}»").into(),
        M::ShowAll => "Mostrar todas las campañas",
        M::Empty => "Aquí aparecerán las campañas.",
        M::EmptyHint => "Todavía no hay ninguna pública. Vuelve pronto o lee qué es este sitio.",
        M::NoMatch { query } => return format!("Nada encontrado para «{query}»").into(),
        M::NoMatchHint => {
            "Todas las palabras tienen que aparecer en los textos de una campaña. Prueba con menos, o con el comienzo de una."
        }
        M::Pages => "Páginas",
        M::PreviousPage => "Más recientes",
        M::NextPage => "Anteriores",
        M::PageNumber(page) => return format!("Página {page}").into(),
        M::ToLabel => "Dirigida a",
        M::StartedBy => "Iniciada por",
        M::InLanguages => "en",
        M::OtherLanguage { names } => {
            return format!("Esta campaña no tiene texto en español. Se muestra en {names}.").into();
        }
        M::Unread => {
            "Nadie de moderación ha leído todavía esta campaña. Fírmala solo si confías en quienes la han iniciado, y avisa de lo que parezca mal."
        }
        M::ChangedOn { day } => return format!("El texto se cambió el {day}.").into(),
        M::EarlierText => "Leer el texto anterior",
        M::EarlierTitle => "Un texto anterior",
        M::EarlierSigned { from, until } => {
            return format!("Fue público del {from} al {until}. Quienes firmaron en ese tiempo firmaron este texto.")
                .into();
        }
        M::PresentText => "Ir al texto que ahora es público",
        M::SignedWords(1) => "persona ha firmado",
        // CLDR's "many": after whole millions Spanish puts "de" before the noun.
        M::SignedWords(count) if count != 0 && count % 1_000_000 == 0 => "de personas han firmado",
        M::SignedWords(_) => "personas han firmado",
        M::NobodyYet => "Todavía no ha firmado nadie",
        M::BarLabel => "Firmas en camino a la próxima meta",
        M::BarText { count, goal } => return format!("{} de {}", n(count), n(goal)).into(),
        M::NextGoal(goal) => return format!("Próxima meta: {}", n(goal)).into(),
        M::Closes { day } => return format!("cierra el {day}").into(),
        M::ClosedOn { day } => return format!("cerró el {day}").into(),
        M::Closed => "cerrada",
        M::ClosedTitle => "Esta campaña está cerrada",
        M::ClosedText => "Ya no admite firmas. Una firma se puede confirmar todavía durante un día tras el cierre.",
        M::SignLink => "Firmar",
        M::Demands => "Exigimos",
        M::Facts => "Los hechos",
        M::ShowNumbers => "Mostrar las cifras",
        M::FactLabel => "Qué",
        M::FactSource => "Fuente",
        M::Story => "Por qué importa",
        M::Reasons => "Por qué firmaron otras personas",
        M::NoReasons => "Nadie ha dado todavía un motivo. El tuyo podría estar aquí: forma parte del formulario.",
        M::Share => "Compartir",
        M::QrText => "Escanea para firmar",
        M::QrAlt => "Código QR que lleva a esta campaña",
        M::ShareLink => "Enlace a la campaña",
        M::Copy => "Copiar el enlace",
        M::Copied => "Enlace copiado",
        M::NotCopied => "No se ha podido copiar el enlace. Selecciónalo y cópialo a mano.",
        M::ShareDevice => "Compartir…",
        M::ShareMail => "Por correo",
        M::Print => "Imprimir como cartel",
        M::MailBody { title, url } => return format!("{title}\n\nLéela y firma aquí: {url}").into(),
    };
    text.into()
}
