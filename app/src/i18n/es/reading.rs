use crate::campaigns::Reading as R;
use crate::i18n::{ReadingMsg as M, Text};
use crate::keys::ReadingProblem as P;

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Quién puede leer las firmas",
        M::Explain => {
            "El formulario dice junto a su botón qué puede leer el equipo de la campaña. Por eso un cambio vale para quienes firmen después: \
             lo que no se le dijo a quien firma nunca se sella. «Solo recuentos» detiene también la lista de quienes firmaron antes. Piensa \
             en quién está detrás de la campaña: una trampa averigua exactamente lo que se permite aquí."
        }
        M::Legend => "Quienes tienen la clave del equipo pueden leer",
        M::Choice(R::None) => "Solo recuentos",
        M::Choice(R::Names) => "Nombres",
        M::Choice(R::Contact) => "Nombres, y direcciones de quienes lo permiten",
        M::Means(R::None) => "Lo más seguro, y con lo que empieza toda campaña.",
        M::Means(R::Names) => {
            "Nombre, país y código postal de cada persona. Sirve para listas que se entregan en papel."
        }
        M::Means(R::Contact) => "Lo mismo, y el correo electrónico de quien marca que el equipo puede escribirle.",
        M::Save => "Guardar",
        M::Saved => "Guardado. Vale para quien abra el formulario a partir de ahora.",
        M::NothingChanged => "No se ha cambiado nada.",
        M::Problem(P::Missing) => "Elige una de las tres opciones.",
        M::Problem(P::NoKey) => {
            "Esta campaña todavía no tiene clave, así que nadie podría abrir lo sellado. Antes, su equipo tiene que crear una."
        }
        M::Problem(P::OwnTeam) => "Perteneces al equipo de esta campaña: lo tiene que decidir otra persona que modere.",
    };
    text.into()
}
