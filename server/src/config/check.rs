use super::Config;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// `serve` does not start with it.
    Error,
    /// Works, but somebody should know.
    Warning,
}

/// Something about a configuration that its operator should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it weighs.
    pub weight: Weight,
    /// One sentence, remedy included.
    pub text: String,
}

impl Config {
    /// What is wrong with this configuration, the grave things first.
    pub fn check(&self) -> Vec<Finding> {
        Vec::new()
    }
}
