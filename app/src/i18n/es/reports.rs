use crate::i18n::{Lang, ReportMsg as M, Text, number};
use crate::reports::{Outcome as O, ReportField as F, ReportKind as K, ReportProblem as P};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Report => "Avisar de un problema con esta campaña",
        M::Lead => {
            "Di qué ocurre y lo mirará alguien de quienes llevan este sitio. El equipo de la campaña no ve tu aviso."
        }
        M::Kept => {
            "Lo que escribas aquí se guarda hasta treinta días después de que alguien haya decidido, con el día y nada más de ti. Si das una \
             dirección, se cifra y se borra con la respuesta."
        }
        M::Label(F::Kind) => "¿Qué ocurre?",
        M::Label(F::Text) => "Con tus palabras",
        M::Label(F::Email) => "Correo electrónico para una respuesta",
        M::Help(F::Kind) => "Elige lo que mejor encaje.",
        M::Help(F::Text) => {
            "Hasta 1.000 caracteres. No escribas quién eres. Si se trata de lo que escribió alguien al firmar, copia aquí sus palabras."
        }
        M::Help(F::Email) => "Solo si quieres saber qué se decidió.",
        M::Kind(kind) => self::kind(kind),
        M::Problem(F::Kind, _) => "Elige qué ocurre.",
        M::Problem(F::Email, _) => "Esto no puede ser una dirección de correo. Corrígela o deja el campo vacío.",
        M::Problem(F::Text, P::TooLong(max)) => {
            return format!("Pasa de {} caracteres. Acórtalo, por favor.", number(Lang::Es, max.into())).into();
        }
        M::Problem(F::Text, P::ControlCharacter) => {
            "Contiene caracteres que no se ven. Escríbelo de nuevo en vez de pegarlo."
        }
        M::Problem(F::Text, _) => "Di en pocas palabras qué ocurre.",
        M::Send => "Enviar el aviso",
        M::SentTitle => "Gracias",
        M::SentText => "Alguien lo mirará. Si diste una dirección, te escribiremos cuando se decida.",
        M::Wait(n) => return format!("Avisos ({})", number(Lang::Es, n)).into(),
        M::List => "Avisos en espera",
        M::Closed => "Avisos cerrados",
        M::Waiting => "Los que están en espera",
        M::NoneWaits => "No hay avisos en espera.",
        M::NoneClosed => "En los últimos treinta días no se ha cerrado ningún aviso.",
        M::ClosedHow => "Un aviso se borra treinta días después de cerrarlo.",
        M::Pages => "Páginas de avisos",
        M::ColumnKind => "Qué ocurre",
        M::One => "Un aviso",
        M::NoText => "No se escribió nada más.",
        M::Written => "Lo que se escribió:",
        M::WantsAnswer => "Se pide una respuesta: al cerrar el aviso sale un correo, y después se borra la dirección.",
        M::NoAnswer => "No se pide respuesta.",
        M::ToCampaign => "Leer u ocultar la campaña",
        M::ToReasons => "Ver los motivos de quienes la firmaron y quitar alguno",
        M::CloseTitle => "Cerrarlo",
        M::CloseLegend => "¿Qué se hizo?",
        M::Outcome(O::Nothing) => "No había nada que cambiar",
        M::Outcome(O::Hidden) => "Se ocultó la campaña",
        M::Outcome(O::ReasonRemoved) => "Se quitaron las palabras de alguien que firmó",
        M::Close => "Cerrar el aviso",
        M::DidClose => "El aviso está cerrado.",
        M::Choose => "Elige qué se hizo.",
        M::NotHidden => "La campaña es pública. Ocúltala antes, o elige otra cosa.",
    };
    text.into()
}

fn kind(kind: K) -> &'static str {
    match kind {
        K::Untrue => "Dice algo que no es verdad",
        K::PrivatePerson => "Nombra a un particular, o revela dónde se puede encontrar a alguien",
        K::Hatred => "Llama al odio o a la violencia",
        K::Trap => "Puede servir para averiguar quién firma",
        K::NotTheirs => "Finge venir de otra persona, o usa lo que es de otra",
        K::SignersWords => "Lo que escribió alguien al firmar",
        K::Other => "Otra cosa",
    }
}
