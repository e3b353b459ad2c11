use crate::i18n::{KeyMsg as M, Text};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title => "La clave de la campaña",
        M::Explain => {
            "Una clave tiene dos mitades. Lo que dan quienes firman se sella con la mitad pública, aquí en el servidor. Solo la mitad privada lo \
             abre. Esta página crea las dos en tu navegador y envía solo la pública: la otra no la tiene ni esta casa ni quien entre en ella por la fuerza."
        }
        M::Reading => {
            "Los nombres se sellan solo si moderación permite que se lea quién firma esta campaña, y el formulario lo dice antes de que nadie \
             firme. Una campaña sin clave también funciona, solo con recuentos. Cuando sea pública ya no podrá tener una clave."
        }
        M::NeedsScript => {
            "Esta página necesita JavaScript, porque la mitad privada debe crearse en tu navegador y no salir nunca de él. Sin él, deja la \
             campaña sin clave: se puede firmar igualmente, y solo hay recuentos."
        }
        M::Copy => "Dejar una copia en este servidor, cerrada con una frase de contraseña",
        M::CopyHelp => {
            "Tu navegador elige ocho palabras al azar. Con ellas, y un código de tu aplicación de autenticación, puedes abrir la lista sin la \
             hoja. Quien se lleve la copia tendría que adivinar las palabras. Si no la marcas, la hoja es lo único que hay."
        }
        M::CopyAsksProof => {
            "En este servidor se puede dejar una copia cerrada de la clave, como segunda manera de entrar además de la hoja. Solo se entrega a \
             cambio de un código de tu aplicación de autenticación: configúrala o da su código antes."
        }
        M::GiveProof => "Dar la segunda prueba",
        M::Make => "Crear una clave",
        M::Making => "Tu navegador está creando la clave.",
        M::KeepLead => {
            "Imprime esta hoja o cópiala a mano, y ponla donde nadie más la encuentre. Se muestra solo ahora. Después se piden dos de sus \
             grupos, para saber con seguridad que la tienes."
        }
        M::Sheet => "Hoja de recuperación",
        M::House => "Creada en",
        M::Campaign => "Campaña",
        M::Id => "Clave",
        M::Day => "Creada el",
        M::Text => "La clave privada, en cuatro filas. La primera línea forma parte de ella.",
        M::PurposeTitle => "Para qué sirve",
        M::Purpose => {
            "Con ella, quienes son titulares del equipo de la campaña abren la lista de firmantes, si la casa permite que se lea: en «Firmantes» \
             junto a la campaña, o en su propio equipo con la orden «undersigned open». Da igual escribir mayúsculas o minúsculas."
        }
        M::LossTitle => "Si se pierde, o la encuentra otra persona",
        M::Loss => {
            "Sin ella nadie puede leer quién firmó: ni tú, ni la casa, ni quienes hacen este programa. Quien la encuentre, y consiga las firmas \
             selladas, puede leerlas. Guárdala en papel, no en un correo ni como fotografía."
        }
        M::Print => "Imprimir la hoja",
        M::File => "Guardar como archivo",
        M::Passphrase => "Frase de contraseña de la copia cerrada",
        M::PassphraseLead => {
            "Apunta también estas ocho palabras, en su orden, o guárdalas en un gestor de contraseñas, lejos de la hoja. No se imprimen con \
             ella, y nadie puede decírtelas otra vez."
        }
        M::Kept => "La he guardado",
        M::CheckTitle => "Muestra que la has guardado",
        M::CheckLead => "Escribe lo que está en tu hoja. Solo entonces la clave pasa a ser la de la campaña.",
        M::Group => "Fila {0}, grupo {1}",
        M::Word => "Palabra {0} de la frase",
        M::Mistyped => "No es lo que se mostró. Mira tu hoja, o vuelve atrás y cópiala otra vez.",
        M::Set => "Hacerla la clave de la campaña",
        M::Back => "Volver a la hoja",
        M::Setting => "Se está enviando la mitad pública.",
        M::Failed => {
            "No se pudo enviar la clave. Comprueba en otra pestaña que tu sesión sigue abierta, e inténtalo de nuevo: esta página conserva la \
             clave de tu hoja."
        }
        M::FailedClosed => {
            "La campaña no puede tomar esta clave: ya tiene una, o espera a moderación. Destruye la hoja y vuelve a abrir esta página."
        }
        M::FailedProof => {
            "La segunda prueba es demasiado antigua. Dala otra vez en otra pestaña e inténtalo de nuevo: esta página conserva la clave de tu hoja."
        }
        M::Unable => {
            "No se pudo crear la clave: algo no se cargó, o el navegador es demasiado antiguo. No se envió nada. Vuelve a abrir esta página."
        }
        M::Closed => {
            "La campaña no tiene clave. Mientras espera a moderación o está rechazada no puede tener una: recupérala antes."
        }
        M::Made(id, day) => {
            return format!("La campaña tiene la clave {id}, creada el {day}. El mismo número está en su hoja.").into();
        }
        M::CopyKept => "En este servidor hay una copia de la mitad privada, cerrada con la frase de contraseña.",
        M::NoCopy => "La mitad privada está solo en la hoja.",
        M::Remove => "Quitar esta clave",
        M::RemoveText => {
            "Si la hoja se ha perdido, o la ha visto otra persona, quita la clave y crea otra. Destruye entonces la hoja anterior. Cuando la \
             campaña sea pública, su clave se queda."
        }
        M::Stays => "Mientras la campaña espera a moderación, su clave se queda.",
        M::Removed => "La clave se ha quitado.",
    };
    text.into()
}
