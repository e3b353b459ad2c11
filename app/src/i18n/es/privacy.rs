use crate::i18n::{PrivacyMsg as M, Text};
use crate::privacy::Stored as S;

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Qué se guarda sobre ti",
        M::Lead => {
            "Esta lista sale de la misma tabla que una prueba compara con nuestra base de datos. No se guarda nada más de quien firma."
        }
        M::Why => {
            "Das un nombre, una dirección y un país. Necesitamos la dirección una vez, para ver que detrás de la firma hay un buzón, y \
             después queremos saber lo menos posible: lo que el sistema no sabe, nadie puede obligarlo a contarlo."
        }
        M::Caption => "Una firma, pieza por pieza",
        M::ColumnWhat => "Qué",
        M::ColumnWhy => "Para qué",
        M::ColumnWho => "Quién puede leerlo",
        M::ColumnLong => "Cuánto tiempo",
        M::What(kind) => what(kind),
        M::For(kind) => purpose(kind),
        M::Who(kind) => who(kind),
        M::Long(kind) => long(kind),
        M::TakenTitle => "Qué podrían llevarse",
        M::TakenDatabase => {
            "Quien se lleve solo la base de datos, por la fuerza, por ley o robándola, encuentra recuentos, huellas hechas con una clave \
             que no está en ella, cajas selladas y los nombres y motivos que sus autores quisieron hacer públicos. No hay ninguna lista de \
             quién firmó."
        }
        M::TakenKey => {
            "Quien tenga la base de datos y la clave del servidor puede probar suposiciones: tomar una dirección que ya conoce y ver si \
             firmó. No puede leer direcciones en las huellas. Treinta días después de cerrarse una campaña se destruye la clave de sus \
             huellas, y entonces nadie puede probar nada, tampoco nosotros."
        }
        M::TakenRunning => {
            "Quien controle el servidor en marcha puede leer las direcciones que aún esperan un correo y las de quienes pidieron \
             novedades. No puede abrir las cajas selladas que se cerraron en horas anteriores."
        }
        M::TakenHolder => {
            "Donde una campaña puede leer quién firma, quien tiene su llave puede abrir las cajas selladas, y también quien le obligue a \
             hacerlo. El formulario dice, junto al botón, qué se puede leer. Las campañas que solo ven números no tienen cajas que abrir."
        }
        M::TakenOrder => {
            "Las instalaciones pequeñas guardan las filas en orden aleatorio. Las grandes usan PostgreSQL, cuyos archivos y registro \
             muestran en qué orden llegaron las firmas, pero no cuándo ni de quién son."
        }
        M::NeverTitle => "Qué no se guarda nunca",
        M::NeverNetwork => {
            "Tu dirección de red (IP) y el nombre de tu navegador, ni en la base de datos ni en un registro. Para frenar avalanchas \
             guardamos en memoria un código hecho a partir de la red, con un secreto que cambia cada día."
        }
        M::NeverTime => {
            "La hora a la que firmaste, una vez que confirmas. Los recuentos conocen la hora, no la persona."
        }
        M::NeverMail => "Si abriste nuestro correo o seguiste un enlace suyo.",
        M::NeverThird => "Nada en casa de otros: ninguna página carga imágenes, letras ni programas de otro sitio.",
        M::CookieTitle => "En tu navegador",
        M::CookieText => {
            "Al firmar se guarda una sola cookie, que solo nuestro servidor puede leer. Lleva la dirección tal como la escribiste, para que \
             la página siguiente pueda mostrarla, y tras confirmar, el camino a tu firma. Dura una hora."
        }
        M::ThemeText => {
            "Si cambias entre claro y oscuro, tu navegador lo recuerda por su cuenta; a nosotros no nos llega."
        }
        M::AccountsTitle => "Si llevas una campaña",
        M::AccountsText => {
            "Para firmar no hace falta cuenta. Quien entra tiene una: la dirección, cifrada con una clave del servidor, junto a una huella \
             de ella que no es la que deja una firma; el día en que se entró por primera vez; y, de cada navegador en el que se ha \
             entrado, cuándo se entró, cuándo se vio por última vez y la huella de un secreto que su cookie guarda como mucho noventa \
             días. De una llave de acceso se guarda su clave pública con un contador, el nombre que le pusiste y el día. Los correos para entrar dejan una fila \
             durante una hora. Las campañas que escribes se guardan tal como las \
             tecleaste hasta que son públicas o las borras. De una imagen guardamos lo que se ve en ella, dibujado de nuevo, y no \
             tu archivo, que puede decir dónde se tomó. Quienes forman un equipo ven la dirección de los demás. Una dirección invitada a un \
             equipo, o a la que se ofrece una campaña, se guarda del mismo modo siete días como mucho. Al cerrar la cuenta se borra todo eso; \
             lo que es público, y lo que escriben otras personas de un equipo, se queda."
        }
        M::ReportsTitle => "Si avisas de un problema con una campaña",
        M::ReportsText => {
            "Lo que elegiste y escribiste se guarda con el día y el idioma de la página hasta treinta días después de que alguien haya decidido. \
             La dirección que diste para una respuesta se cifra con una clave del servidor y se borra al cerrar el aviso; el correo con la \
             respuesta tarda cuatro días como mucho. Nada más dice quién lo envió."
        }
        M::YoursTitle => "Qué puedes hacer",
        M::YoursText => {
            "El enlace del correo de confirmación lleva para siempre a tu firma. Allí puedes ocultar tu nombre y tu motivo, o retirarla: \
             entonces se borran tu nombre, tu motivo y tu dirección, y tu firma deja de contar."
        }
        M::OperatorTitle => "Preguntas",
        M::OperatorText => "Escribe a quienes llevan este sitio:",
    };
    text.into()
}

fn what(kind: S) -> &'static str {
    match kind {
        S::AddressDigest => "Huella de tu dirección",
        S::NameTag => "Huella de dirección y nombre",
        S::SealedData => "Nombre y contacto, sellados",
        S::Address => "Dirección, cifrada",
        S::CoarseFacts => "País, zona postal, cómo llegaste, idioma y versión del texto",
        S::PublicWords => "Nombre y motivo para todo el mundo",
        S::State => "Estado de la firma",
        S::PendingTimes => "Hora de la firma, número de correos",
        S::AbuseMarks => "Huella del proveedor de correo, marcas de programas que firman",
        S::RowId => "Un número al azar",
    }
}

fn purpose(kind: S) -> &'static str {
    match kind {
        S::AddressDigest => "Para que nadie firme dos veces",
        S::NameTag => "Para que dos personas puedan compartir un buzón",
        S::SealedData => {
            "Para mostrar, donde una campaña lo necesita, que firman personas; para escribir a quienes lo permiten"
        }
        S::Address => "Para enviar el único correo, y novedades a quienes las pidieron",
        S::CoarseFacts => "Para recuentos por lugar, procedencia e idioma",
        S::PublicWords => "Para que se lean en la página de la campaña",
        S::State => "Para saber si cuenta, espera, se retiró o se eliminó",
        S::PendingTimes => "Para borrar a tiempo lo que no se confirma y no inundar buzones",
        S::AbuseMarks => "Para descubrir firmas falsas en masa",
        S::RowId => "Para distinguir las filas y crear el enlace de tu correo",
    }
}

fn who(kind: S) -> &'static str {
    match kind {
        S::AddressDigest | S::NameTag => {
            "Nadie. Quien tenga la base de datos y la clave del servidor puede probar suposiciones"
        }
        S::SealedData => {
            "Quienes tienen la llave de la campaña, en sus propios equipos, si la campaña puede leer quién firma. El servidor, nunca"
        }
        S::Address => "El servidor mientras está en marcha",
        S::CoarseFacts => "Quien administra este sitio, como recuentos",
        S::PublicWords => "Todo el mundo, pero solo si lo marcas, y un nombre solo junto a un motivo",
        S::State => "El servidor; el equipo, como recuentos",
        S::PendingTimes | S::RowId => "El servidor",
        S::AbuseMarks => "Quienes llevan el sitio, como recuentos",
    }
}

fn long(kind: S) -> &'static str {
    match kind {
        S::AddressDigest | S::NameTag => {
            "Inservible cuando se destruye su clave, 30 días tras el cierre; se conserva si la campaña no tiene fin"
        }
        S::SealedData => "Hasta que la retiras; tres días si no confirmas",
        S::Address => "Cuatro días como mucho; para novedades, hasta que las paras o retiras la firma",
        S::CoarseFacts => "Con la campaña; tres días si no confirmas",
        S::PublicWords => "Hasta que lo ocultas o retiras la firma",
        S::State | S::RowId => "Con la campaña; tres días si no confirmas",
        S::PendingTimes => "Hasta que confirmas, tres días como mucho",
        S::AbuseMarks => {
            "Inservible cuando se destruye su clave, 30 días tras el cierre; se conserva si la campaña no tiene fin"
        }
    }
}
