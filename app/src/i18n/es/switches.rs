use crate::i18n::{SwitchMsg as M, Text};
use crate::settings::{Switch as S, SwitchProblem as P};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Interruptores y aviso",
        M::Lead => {
            "Para cuando algo va mal. Todos los servidores lo siguen en dos segundos. Donde algo está apagado, el público lee un texto; si no \
             hay ninguno, una frase nuestra. Los textos se quedan para la próxima vez."
        }
        M::Switch(S::Signing) => "Firmar",
        M::Switch(S::Campaigns) => "Campañas nuevas",
        M::Switch(S::Mailing) => "Correo",
        M::Switch(S::Search) => "Búsqueda",
        M::SwitchOff(S::Signing) => "No admitir firmas",
        M::SwitchOff(S::Campaigns) => "No dejar que nadie inicie ni envíe campañas",
        M::SwitchOff(S::Mailing) => "No enviar correo",
        M::SwitchOff(S::Search) => "Apagar la búsqueda",
        M::Means(S::Signing) => {
            "El texto ocupa el lugar de todos los formularios de firma; uno que se envíe de todos modos vuelve como se escribió. Lo que se \
             envió antes aún puede confirmarse."
        }
        M::Means(S::Campaigns) => "Los borradores se pueden seguir escribiendo y guardando.",
        M::Means(S::Mailing) => {
            "Los mensajes esperan y se envían cuando esto se vuelva a encender. Es lo mismo que «undersigned mail pause». Sin correo nadie \
             confirma y nadie nuevo inicia sesión."
        }
        M::Means(S::Search) => "La lista de campañas se queda.",
        M::Standard(S::Signing) => "En este momento no se puede firmar nada aquí. Vuelve más tarde.",
        M::Standard(S::Campaigns) => "En este momento no se admiten campañas nuevas aquí. Vuelve más tarde.",
        M::Standard(S::Mailing) => "En este momento nuestro correo va con retraso. El tuyo está guardado y llegará.",
        M::Standard(S::Search) => "La búsqueda está apagada en este momento.",
        M::Text(switch, lang) => return format!("{}: texto en {}", text(M::Switch(switch)), lang.own_name()).into(),
        M::NoticeIn(lang) => return format!("Aviso en {}", lang.own_name()).into(),
        M::Notice => "Aviso en todas las páginas",
        M::NoticeHelp => "Está encima de todo en todas las páginas, en el idioma de quien lee. Vacío: no hay ninguno.",
        M::Until => "Último día del aviso",
        M::UntilHelp => "En UTC. Sin él, el aviso se queda hasta que lo quites.",
        M::Problem(P::Missing) => "Escribe el aviso también en este idioma.",
        M::Problem(P::TooLong(max)) => return format!("Usa {max} caracteres como máximo.").into(),
        M::Problem(P::ControlCharacter) => "Quita los caracteres de control.",
        M::Problem(P::NotADay) => "Escribe un día, como 2026-03-31.",
        M::On => "encendido",
        M::Off => "apagado",
        M::Nothing => "nada",
        M::Save => "Guardar",
        M::Saved => "Está guardado.",
    };
    text.into()
}
