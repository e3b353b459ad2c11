use crate::accounts::Role;
use crate::signatures::Problem;

/// Moderators and admins.
#[derive(Clone, Copy)]
pub enum StaffMsg<'a> {
    /// What each role may do.
    Lead,
    /// Heading above moderators and admins.
    StaffTitle,
    /// A role's name; for a campaigner, that there is none.
    Role(Role),
    /// After the reader's own address.
    You,
    /// That somebody has neither authenticator app nor passkey yet.
    NoProof,
    /// Label of a choice of roles.
    RoleLabel,
    /// Changes a role.
    Change,
    /// Heading above open invitations.
    InvitationsTitle,
    /// Which role waits, and until when.
    Until {
        /// The role.
        role: Role,
        /// The last day.
        day: &'a str,
    },
    /// Takes an invitation back.
    Withdraw,
    /// Heading of the form that invites.
    InviteTitle,
    /// Label of somebody's address.
    AddressLabel,
    /// What is wrong with it.
    Address(Problem),
    /// What the address is asked for.
    InviteHelp,
    /// What the roles mean.
    RoleHelp,
    /// Its button.
    Invite,
    /// Why the last admin's role cannot be changed.
    LastAdmin,
    /// After inviting.
    SaidInvited,
    /// After inviting somebody who has such a role.
    SaidHasRole,
    /// After a change of role.
    SaidChanged,
    /// After an invitation was taken back.
    SaidWithdrawn,
    /// Where somebody else was faster.
    SaidOvertaken,
}
