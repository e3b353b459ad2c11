use crate::accounts::Role;

/// Who helps in the house, and who is asked to.
pub struct People {
    /// Moderators and admins; admins first.
    pub staff: Vec<Person>,
    /// Invitations that wait, the oldest first.
    pub invitations: Vec<OpenInvitation>,
}

/// A moderator or an admin.
pub struct Person {
    /// Names the account in forms.
    pub id: String,
    /// The address.
    pub email: String,
    /// What it may do.
    pub role: Role,
    /// Whether there is an authenticator app: without one no page of the house opens.
    pub second_proof: bool,
    /// Whether it is the reader.
    pub this: bool,
}

/// An invitation that waits.
pub struct OpenInvitation {
    /// Names it in forms.
    pub id: String,
    /// The address.
    pub email: String,
    /// The role that waits.
    pub role: Role,
    /// The day (UTC) on which it ends, in the reader's language.
    pub until: String,
}
