use crate::settings::{BlockList, BlockProblem};

/// Who may not sign.
#[derive(Clone, Copy)]
pub enum BlockMsg<'a> {
    /// Heading, and link to the page.
    Title,
    /// What the page is.
    Lead,
    /// Label of a list.
    Label(BlockList),
    /// What stands in it.
    Help(BlockList),
    /// What is wrong with a list.
    Problem(&'a BlockProblem),
    /// That somebody else has saved meanwhile.
    Overtaken,
    /// Leads to what is saved now.
    OpenSaved,
    /// After saving.
    Saved,
}
