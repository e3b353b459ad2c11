use crate::i18n::{PictureMsg as M, Text};
use crate::pictures::PictureChange as C;
use crate::pictures::PictureField as F;
use crate::pictures::PictureProblem as P;

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "La imagen",
        M::LinkLead => {
            "Una imagen puede aparecer sobre el resumen y allí donde se comparte un enlace a la campaña. Guarda primero lo que has escrito."
        }
        M::Link => "Añadir, cambiar o quitar la imagen (pestaña nueva)",
        M::Lead => {
            "Elige una imagen que puedas usar y en la que no se reconozca a nadie que no haya aceptado aparecer aquí. La dibujamos de nuevo: dónde, \
             cuándo y con qué cámara se tomó se descarta, y tu archivo no se conserva. Una persona moderadora la mira junto con los textos."
        }
        M::ChangesLead => {
            "Lo que cambies aquí espera con tus textos hasta que una persona moderadora lo haya mirado. Entonces ocupa el lugar de la imagen pública, \
             que se borra. Dibujamos cada imagen de nuevo: dónde, cuándo y con qué cámara se tomó se descarta."
        }
        M::Label(F::File, _) => "Imagen",
        M::Label(F::Alt(_), false) => "Qué se ve en ella",
        M::Label(F::Alt(lang), true) => return format!("Qué se ve en ella ({})", lang.own_name()).into(),
        M::OtherFile => "Otra imagen en su lugar",
        M::FileHelp((megabytes, megapixels)) => {
            return format!(
                "JPEG, PNG o WebP, de {megabytes} MB y {megapixels} millones de píxeles como máximo. Se ve mejor a partir de 1600 píxeles de ancho."
            )
            .into();
        }
        M::AltHelp => {
            "Se lee en voz alta a quienes no ven la imagen. Di lo que importa en ella, en una frase de 250 caracteres como máximo."
        }
        M::OtherAltHelp => "Lo mismo para quienes leen la campaña en este idioma.",
        M::Problem(F::File, P::Missing) => "Elige una imagen. El archivo hay que elegirlo de nuevo cada vez.",
        M::Problem(_, P::Missing) => "Di qué se ve en la imagen.",
        M::Problem(_, P::TooLong(max)) => return format!("Usa {max} caracteres como máximo.").into(),
        M::Problem(_, P::ControlCharacter) => "Contiene caracteres que no se ven. Borra el texto y escríbelo de nuevo.",
        M::Problem(_, P::TooLarge(megabytes)) => {
            return format!(
                "El archivo tiene más de {megabytes} MB. Guarda la imagen en un tamaño menor y vuelve a elegirla."
            )
            .into();
        }
        M::Problem(_, P::NotAPicture) => {
            "No es una imagen en uno de los tres formatos. Guárdala como JPEG, PNG o WebP y vuelve a elegirla."
        }
        M::Problem(_, P::Unreadable) => {
            "El archivo está dañado: no se puede leer hasta el final. Guárdalo de nuevo o elige otro."
        }
        M::Problem(_, P::TooManyPixels(megapixels)) => {
            return format!(
                "La imagen tiene más de {megapixels} millones de píxeles. Guárdala en un tamaño menor y vuelve a elegirla."
            )
            .into();
        }
        M::Problem(_, P::TooSmall(side)) => {
            return format!("La imagen es demasiado pequeña: elige una de al menos {side} píxeles de ancho y de alto.")
                .into();
        }
        M::Save => "Guardar la imagen",
        M::Remove => "Quitar la imagen",
        M::Saved => "La imagen está guardada.",
        M::Removed => "La imagen se ha quitado.",
        M::NothingSaved => "No se ha guardado nada. Tu texto se conserva; el archivo hay que elegirlo de nuevo.",
        M::Fixed => {
            "La imagen no se puede cambiar mientras la campaña espera a una persona moderadora o está rechazada. Recupérala primero."
        }
        M::Changed(C::Added) => "La imagen es nueva: aún no hay ninguna pública.",
        M::Changed(C::Replaced) => "Otra imagen ocupa el lugar de la pública.",
        M::Changed(C::Removed) => "La imagen pública se retira.",
        M::Changed(C::Described) => "La imagen se queda, con otro texto para quienes no la ven.",
    };
    text.into()
}
