use crate::campaigns::{Reading, ReasonsMode};
use crate::i18n::{Lang, SignMsg as M, Text, number};
use crate::signatures::{Field as F, Problem as P, limits};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title | M::Submit => "Firmar",
        M::Label(field) => label(field),
        M::Help(field) => return help(field),
        M::ReasonHelp(mode) => return reason_help(mode),
        M::ChooseCountry => "Elige…",
        M::CharactersLeft(1) => "Queda 1 carácter",
        M::CharactersLeft(-1) => "Sobra 1 carácter",
        M::CharactersLeft(n) if n < 0 => return format!("Sobran {} caracteres", number(Lang::Es, -n)).into(),
        M::CharactersLeft(n) => return format!("Quedan {} caracteres", number(Lang::Es, n)).into(),
        M::Problem(field, problem) => return complaint(field, problem),
        M::HintStart => "¿Querías decir ",
        M::HintEnd => "?",
        M::HintTaken { address } => return format!("Cambiado a {address}.").into(),
        M::Choices => "Solo si quieres",
        M::ShowReason => "Mostrar mi motivo en esta página",
        M::ShowName => "Mostrar mi nombre al lado",
        M::ShowNameHelp => "Podrá leerlo todo el mundo, también tu empresa y las autoridades.",
        M::Updates => "Quiero recibir novedades de esta campaña",
        M::Contact => "El equipo de la campaña puede escribirme",
        M::ContactHelp => "Tu dirección quedará sellada para el equipo, que podrá leerla.",
        M::Trap => "Deja esto vacío",
        M::DataTitle => "Qué pasa con mis datos",
        M::DataMail => "Enviamos un correo a tu dirección. Nada cuenta hasta que confirmes desde allí.",
        M::DataReading(Reading::None) => {
            "El equipo de la campaña solo ve números. Nadie puede leer una lista de quién firmó, tampoco nosotros."
        }
        M::DataReading(Reading::Names) => {
            "Tu nombre, tu país y tu zona postal se cierran con una llave que solo tiene el equipo de la campaña. Este servidor no puede \
             abrirlos."
        }
        M::DataReading(Reading::Contact) => {
            "Tu nombre, tu país y tu zona postal, y tu dirección si lo marcas, se cierran con una llave que solo tiene el equipo de la \
             campaña. Este servidor no puede abrirlos."
        }
        M::DataAddress => {
            "Tu dirección se borra como mucho a los cuatro días, salvo que pidas recibir noticias. Queda una huella hecha con una clave, \
             para que nadie firme dos veces."
        }
        M::DataNever => {
            "No guardamos ninguna dirección IP, nada es público si no lo marcas y puedes retirar tu firma en cualquier momento."
        }
        M::DataMore => "Qué se guarda y qué podrían llevarse",
        M::Pending => "Firmando…",
    };
    text.into()
}

fn label(field: F) -> &'static str {
    match field {
        F::Name => "Nombre",
        F::Email => "Correo electrónico",
        F::Country => "País en el que vives",
        F::Postcode => "Zona postal",
        F::Reason => "¿Por qué firmas?",
        F::Code => "Código del correo",
        F::SignInCode => "Las seis cifras",
        F::ProofCode => "Código de tu aplicación",
        F::Sure => "Sí, cerrar mi cuenta",
    }
}

fn help(field: F) -> Text {
    match field {
        F::Name => {
            format!("Como firmarías en papel, de {} a {} caracteres.", limits::NAME_MIN, limits::NAME_MAX).into()
        }
        F::Email => {
            format!("Para el único correo con el que confirmas. Como mucho {} caracteres.", limits::EMAIL_MAX).into()
        }
        F::Country => "Se cuenta, pero nunca se muestra junto a tu nombre.".into(),
        F::Postcode => {
            format!("Solo la primera parte, como 280 o EC1. Como mucho {} caracteres.", limits::POSTCODE_MAX).into()
        }
        F::Reason => reason_help(ReasonsMode::Reviewed),
        F::Code => format!("{} cifras, válido durante 24 horas.", limits::CODE_DIGITS).into(),
        F::SignInCode => {
            "Abre el enlace en cualquier navegador y pulsa su botón: verás seis cifras que puedes escribir aquí. Escríbelas únicamente en \
             una página que hayas abierto tú."
                .into()
        }
        F::ProofCode => "Seis cifras, tal como las muestra tu aplicación de autenticación en este momento.".into(),
        F::Sure => "No podemos deshacerlo por ti. Puedes crear otra cuenta con la misma dirección.".into(),
    }
}

fn reason_help(mode: ReasonsMode) -> Text {
    let shown = match mode {
        ReasonsMode::Off => "No se muestra.",
        ReasonsMode::Reviewed => {
            "Si lo marcas abajo, se mostrará cuando una persona lo haya leído; si no, no se guarda."
        }
        ReasonsMode::Open => "Si lo marcas abajo, se mostrará en cuanto confirmes; si no, no se guarda.",
    };
    format!("Hasta {} caracteres. {shown}", limits::REASON_MAX).into()
}

fn complaint(field: F, problem: P) -> Text {
    let text = match (field, problem) {
        (F::Name, P::Missing) => "Escribe tu nombre.",
        (F::Email, P::Missing) => "Escribe tu dirección de correo.",
        (F::Country, P::Missing) => "Elige el país en el que vives.",
        (F::Code, P::Missing) => "Escribe el código del correo.",
        (F::SignInCode, P::Missing) => "Escribe las seis cifras que muestra el otro navegador.",
        (F::ProofCode, P::Missing) => "Escribe las seis cifras que muestra tu aplicación.",
        (F::Sure, P::Missing) => "Marca la casilla si quieres cerrar tu cuenta.",
        (_, P::Missing) => "Rellena este campo.",
        (F::Name, P::TooShort { min }) => return format!("Un nombre tiene al menos {min} caracteres.").into(),
        (_, P::TooShort { min }) => return format!("Escribe al menos {min} caracteres.").into(),
        (F::Name, P::TooLong { max }) => return format!("Acorta el nombre a {max} caracteres.").into(),
        (F::Reason, P::TooLong { max }) => return format!("Acorta tu motivo a {max} caracteres.").into(),
        (F::Email, P::TooLong { max }) => return format!("Una dirección tiene como mucho {max} caracteres.").into(),
        (_, P::TooLong { max }) => return format!("Escribe como mucho {max} caracteres.").into(),
        (_, P::Link) => "No pongas direcciones web en el nombre.",
        (_, P::FormulaStart) => "Empieza el nombre con una letra, no con = + - ni @.",
        (_, P::ControlCharacter) => {
            "Contiene un carácter de control invisible, quizá por haberlo copiado. Borra el texto y escríbelo de nuevo."
        }
        (_, P::NoLetter) => "Escribe un nombre con al menos una letra.",
        (_, P::NotAnAddress) => "No es una dirección de correo completa. Tiene esta forma: nombre@example.org.",
        (_, P::Blocked) => {
            "Nadie puede firmar aquí con una dirección de este dominio de correo: quienes llevan esta casa lo han bloqueado. Usa otra dirección."
        }
        (_, P::NotInList) => "Elige un país de la lista.",
        (_, P::NotAPostcode) => "Usa solo letras, cifras, espacios y guiones.",
        (F::SignInCode, P::WrongCode) => "Estas cifras no coinciden. Míralas otra vez o pide otro enlace.",
        (F::ProofCode, P::WrongCode) => {
            "Este código no coincide. Espera al siguiente y comprueba que el reloj de tu dispositivo va bien."
        }
        (_, P::WrongCode) => "Este código no coincide. Míralo otra vez o usa el enlace del correo.",
        (_, P::LastAdmin) => "Eres la única persona que administra: antes nombra a otra.",
        (_, P::Wait { minutes: 1 }) => "Demasiados códigos no han coincidido. Inténtalo de nuevo dentro de 1 minuto.",
        (_, P::Wait { minutes }) => {
            return format!("Demasiados códigos no han coincidido. Inténtalo de nuevo dentro de {minutes} minutos.")
                .into();
        }
    };
    text.into()
}
