use serde::{Deserialize, Serialize};

/// What an account may do in the house. Each role may do all that those before it may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Runs campaigns of its own teams.
    #[default]
    Campaigner,
    /// Decides on campaigns, reasons, updates and reports.
    Moderator,
    /// Runs the house.
    Admin,
}

impl Role {
    /// The roles, the one that may do least first.
    pub const ALL: [Self; 3] = [Self::Campaigner, Self::Moderator, Self::Admin];

    /// As it is stored and stands in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Campaigner => "campaigner",
            Self::Moderator => "moderator",
            Self::Admin => "admin",
        }
    }

    /// The role of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}
