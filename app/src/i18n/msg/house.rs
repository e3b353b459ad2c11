use crate::ui::HouseRoom;

/// What stands on all pages for moderators and admins.
#[derive(Clone, Copy)]
pub enum HouseMsg {
    /// Label of the links to the rooms of the house.
    Rooms,
    /// A room's name: link, and heading of its first page.
    Room(HouseRoom),
}
