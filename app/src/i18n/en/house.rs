use crate::i18n::{HouseMsg as M, Text};
use crate::ui::HouseRoom as R;

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Rooms => "The house",
        M::Room(R::Counts) => "Counts",
        M::Room(R::People) => "People",
        M::Room(R::Log) => "Log",
        M::Room(R::Review) => "Review",
    };
    text.into()
}
