use crate::error::AppError;

/// The context of the overview, where its form came back.
#[derive(Clone, Debug, Default)]
pub struct OverviewState {
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}
