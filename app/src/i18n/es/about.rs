use crate::i18n::{AboutMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Qué es Undersigned",
        M::Lead => {
            "Undersigned es un lugar para peticiones y campañas: una exigencia, a quién se dirige y la gente que la respalda con su \
             nombre. Firmar no requiere cuenta y lleva un minuto."
        }
        M::SigningTitle => "Cómo se firma",
        M::StepForm => {
            "Rellenas un formulario corto en la página de la campaña. Junto al botón dice quién podrá leer qué."
        }
        M::StepMail => "Te enviamos un solo correo. Abres su enlace, o escribes su código, y pulsas un botón.",
        M::StepCount => "Solo entonces cuenta tu firma, una vez, y el número de la página sube en uno.",
        M::FearTitle => "Por qué queremos saber tan poco",
        M::FearText => {
            "Hay quien firma y tiene motivos para temer que se sepa. Por eso no hay ninguna lista de firmantes que se pueda robar, vender \
             o exigir: las direcciones se convierten en huellas, los nombres se sellan o no se guardan, y nada es público si no lo marcas."
        }
        M::FearLink => "Qué se guarda sobre ti y qué podrían llevarse",
        M::FreeTitle => "Software libre",
        M::FreeText => {
            "Cualquiera puede leer, usar y cambiar el programa (GNU AGPL, versión 3 o posterior). Quien lo ofrece a otras personas tiene \
             que enseñarles el código del que está hecho."
        }
        M::FreeLink => "Código fuente",
    };
    text.into()
}
