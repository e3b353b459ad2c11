use crate::i18n::{SignersMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Signers => "Firmantes",
        M::Explain => {
            "Lo que dieron quienes firman está sellado, y solo la clave privada de la campaña lo abre. La lista se abre en este \
             navegador: ni la clave ni ningún nombre se envían al servidor. Usa un dispositivo en el que nadie más lea. Que has abierto \
             la lista queda escrito en el registro de la casa."
        }
        M::Nobody => "Nadie lee quién firma esta campaña: los nombres no se guardan. Solo hay recuentos.",
        M::NeedsScript => {
            "Esta página necesita JavaScript, porque la clave no debe salir de tu navegador. Sin él, quien administra el servidor puede \
             darte la lista sellada (undersigned export sealed), que abres en tu propio equipo (undersigned open)."
        }
        M::Key => "Clave privada",
        M::KeyHelp => "Todo el texto del archivo de la clave, o lo que está en la hoja impresa.",
        M::File => "O el archivo de la clave",
        M::Passphrase => "O la frase de contraseña de la copia cerrada",
        M::PassphraseHelp => {
            "Las ocho palabras, en su orden. La copia se pide al servidor y se abre en este navegador."
        }
        M::CopyAsksProof => {
            "En este servidor hay una copia de la clave, cerrada con una frase de contraseña. Con un código de tu aplicación de autenticación \
             puedes usarla en lugar de la hoja."
        }
        M::GiveProof => "Dar la segunda prueba",
        M::WrongPassphrase => "No son las palabras de la frase. Comprueba que están las ocho, en su orden.",
        M::ProofTooOld => "La segunda prueba tiene más de diez minutos. Vuelve a cargar esta página y dala otra vez.",
        M::DeleteCopy => "Eliminar la copia cerrada",
        M::DeleteCopyText => {
            "Entonces la lista se abre solo con la hoja o el archivo de la clave. Las copias de seguridad pueden conservarla un tiempo."
        }
        M::CopyDeleted => "La copia cerrada está eliminada.",
        M::Open => "Abrir la lista",
        M::Working => "{0} abiertas de unas {1}",
        M::ListTitle => "Quién firmó",
        M::Opened => "Firmas abiertas: {0}.",
        M::Shut => "{0} no se abrieron: se sellaron para otra clave, acaban de llegar o están dañadas.",
        M::Wrong => {
            "No se abrió ninguna de las {0} firmas: la clave no es la correcta, o los datos están dañados. Usa la clave de esta campaña."
        }
        M::NoKey => "Esto no es una clave privada. Empieza con la línea «undersigned private key 1».",
        M::Line => "La línea {0} de la clave está mal escrita.",
        M::Failed => "No se pudo obtener la lista. Comprueba que tu sesión sigue abierta e inténtalo de nuevo.",
        M::Idle => "Tras diez minutos sin pulsar ninguna tecla, la lista se cerró y la clave se olvidó.",
        M::Closed => "La lista está cerrada, y la clave olvidada.",
        M::Search => "Buscar en la lista",
        M::Found => "{0} a {1} de {2}",
        M::NotFound => "No se encuentra a nadie.",
        M::Previous => "100 anteriores",
        M::Next => "100 siguientes",
        M::Download => "Descargar todo como CSV",
        M::DownloadHelp => "El archivo ya no está sellado: guárdalo con tanto cuidado como la clave.",
        M::Close => "Cerrar y olvidar la clave",
        M::Column(0) => "Nombre",
        M::Column(1) => "Correo electrónico",
        M::Column(2) => "País",
        M::Column(_) => "Código postal",
    };
    text.into()
}
