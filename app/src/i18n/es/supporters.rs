use crate::i18n::{SupportMsg as M, Text};
use crate::supporters::{HOURS, MOST};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Apoya esta idea",
        M::Lead => {
            "Alguien que te conoce está escribiendo esta campaña. Si la apoyan bastantes personas, una persona de moderación la lee y puede \
             hacerse pública. Esto todavía no es una firma: fírmala cuando sea pública."
        }
        M::Banner => "Esta página es privada: la puede leer quien tenga su dirección, y nadie la ha revisado.",
        M::AddressHelp => {
            "Enviamos un correo para ver que la dirección es tuya. Después se guarda, hasta que se decida sobre la campaña, una marca de la \
             que nadie puede leerla; la dirección misma se olvida. Quien escribe la campaña ve un número y ningún nombre."
        }
        M::Support => "Apoyarla",
        M::Sent => {
            "Si esta dirección aún puede apoyarla, hay un correo en camino. Su enlace funciona durante 24 horas."
        }
        M::Full => return format!("Ya la han apoyado {MOST} personas y no hacen falta más. Gracias.").into(),
        M::DeadTitle => "Este enlace ya no funciona",
        M::DeadText => {
            "Ya se decidió sobre la campaña, se retiró el enlace o se cortó por el camino. El enlace de un correo sirve 24 horas; puedes escribir tu \
             dirección de nuevo en el enlace que te dieron."
        }
        M::ConfirmTitle => "Confirma tu apoyo",
        M::ConfirmText => "Pulsa el botón si escribiste tu dirección para apoyar una idea. No estás firmando nada.",
        M::Confirm => "Sí, la apoyo",
        M::ThanksTitle => "Gracias",
        M::Thanks => "Tu apoyo cuenta. Tu dirección no se guarda.",
        M::Own => "Apoyos",
        M::OwnLead { needed: 0 } => {
            "Puedes enseñar lo que escribes a personas de confianza antes de que lo lea moderación, y contar cuántas lo apoyan."
        }
        M::OwnLead { needed: 1 } => {
            "Antes de que puedas enviar la campaña a revisión, una persona tiene que apoyarla. Ves un número y ningún nombre."
        }
        M::OwnLead { needed } => {
            return format!(
                "Antes de que puedas enviar la campaña a revisión, {needed} personas tienen que apoyarla. Ves un número y ningún nombre."
            )
            .into();
        }
        M::OpenHelp => {
            return format!(
                "El enlace muestra la campaña como la guardaste por última vez a quien lo tenga. La pueden apoyar {MOST} personas como máximo. \
                 Puedes retirar el enlace."
            )
            .into();
        }
        M::Open => "Crear un enlace privado",
        M::Opened => "El enlace está creado.",
        M::LinkTitle => "El enlace privado",
        M::LinkHelp => {
            return format!(
                "Dáselo a personas que conoces y pídeles que no lo pasen: nadie ha revisado lo que muestra. Cada una escribe su dirección y \
                 pulsa el botón de un correo antes de {HOURS} horas. El correo no contiene ninguna de tus palabras."
            )
            .into();
        }
        M::Confirmed(0) => "Nadie la ha apoyado todavía.",
        M::Confirmed(1) => "Una persona la apoya.",
        M::Confirmed(n) => return format!("{n} personas la apoyan.").into(),
        M::Close => "Retirar el enlace",
        M::CloseText => "El enlace deja de funcionar y quienes apoyaron la campaña dejan de contar.",
        M::Sure => "Sí, retirarlo",
        M::SureHelp => "Un enlace nuevo empieza sin nadie.",
        M::NotSure => "Marca la casilla si quieres retirar el enlace.",
        M::Closed => "El enlace ya no funciona.",
        M::SoFar { confirmed, needed } => return format!("Apoyos: {confirmed} de {needed}").into(),
        M::TooFew { needed: 1 } => "Una persona tiene que apoyarla antes de que puedas enviarla.",
        M::TooFew { needed } => {
            return format!("{needed} personas tienen que apoyarla antes de que puedas enviarla.").into();
        }
    };
    text.into()
}
