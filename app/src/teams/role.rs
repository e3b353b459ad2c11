/// What a member may do with the campaigns of a team. Each role may do all that those before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TeamRole {
    /// Sees that there are campaigns, and their counts.
    Analyst,
    /// Writes, submits and deletes campaigns.
    Editor,
    /// Decides who is in the team, and where its campaigns go.
    Owner,
}

impl TeamRole {
    /// The roles, as they stand in lists to choose from: the one that most get first.
    pub const ALL: [Self; 3] = [Self::Editor, Self::Analyst, Self::Owner];

    /// As it is stored and stands in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Analyst => "analyst",
            Self::Editor => "editor",
            Self::Owner => "owner",
        }
    }

    /// The role of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether it may change what the public reads.
    pub const fn writes(self) -> bool {
        matches!(self, Self::Owner | Self::Editor)
    }
}
