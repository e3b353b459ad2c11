//! The parts of this room's pages, one a file.

mod delete;
mod fact_rows;
mod field_frame;
mod groups;
mod line_field;
mod own_campaigns;
mod sources_field;
mod text_box;
mod text_form;
mod zone_field;

pub(super) use delete::Delete;
use fact_rows::FactRows;
use field_frame::FieldFrame;
pub(super) use field_frame::Tie;
pub(super) use groups::listed;
pub(super) use line_field::LineField;
pub(crate) use own_campaigns::OwnCampaigns;
pub(super) use own_campaigns::signed;
pub(super) use sources_field::SourcesField;
use text_box::TextBox;
pub(super) use text_form::TextForm;
use zone_field::ZoneField;
