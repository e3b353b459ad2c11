use crate::i18n::{BlockMsg as M, Text};
use crate::settings::{BLOCKS_MAX, BlockList as L, BlockProblem as P};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title => "Quién no puede firmar",
        M::Lead => {
            "A quien firma desde aquí se le dice por qué se rechaza, y lo escrito se queda. No se guarda nada sobre esa persona. Las firmas \
             que ya están se quedan; quítalas con una regla."
        }
        M::Label(L::Domains) => "Dominios de correo bloqueados",
        M::Label(L::Allowed) => "Dominios de correo permitidos",
        M::Label(L::Networks) => "Redes bloqueadas",
        M::Help(L::Domains) => {
            return format!(
                "Uno por línea, como usarytirar.example; también se bloquea todo lo que está debajo. {BLOCKS_MAX} como máximo."
            )
            .into();
        }
        M::Help(L::Allowed) => {
            "Excepciones de la lista anterior, una por línea: un dominio que está aquí puede firmar, con todo lo que está debajo."
        }
        M::Help(L::Networks) => {
            "Una por línea, como 192.0.2.0/24, 198.51.100.7 o 2001:db8::/32. Una red puede ser la de toda una ciudad: nadie en ella podrá \
             firmar."
        }
        M::Problem(P::TooMany) => return format!("Deja {BLOCKS_MAX} líneas como máximo.").into(),
        M::Problem(P::NotADomain(line)) => {
            return format!("«{line}» no es un dominio de correo como usarytirar.example.").into();
        }
        M::Problem(P::NotANetwork(line)) => return format!("«{line}» no es una red como 192.0.2.0/24.").into(),
        M::Problem(P::TooNarrow(line)) => {
            return format!(
                "«{line}» es demasiado estrecha: de una dirección IPv6 se conocen los primeros 56 bits, así que escribe una /56 o más \
                 ancha."
            )
            .into();
        }
        M::Overtaken => {
            "Otra persona ha cambiado los ajustes entretanto, así que no se ha guardado nada. Los tuyos siguen aquí. Guarda otra vez para \
             ponerlos en el lugar de lo guardado."
        }
        M::OpenSaved => "Mirar lo que está guardado (se abre en otra pestaña)",
        M::Saved => "Las listas están guardadas.",
    };
    text.into()
}
