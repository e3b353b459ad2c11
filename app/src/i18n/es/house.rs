use crate::i18n::{HouseMsg as M, Text};
use crate::ui::HouseRoom as R;

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Rooms => "La casa",
        M::Room(R::Counts) => "Recuentos",
        M::Room(R::People) => "Personas",
        M::Room(R::Log) => "Registro",
        M::Room(R::Review) => "Revisión",
    };
    text.into()
}
