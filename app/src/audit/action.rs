/// Lists the actions once: their names in code and in the database.
macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        /// What was done. Its words are [`AuditMsg::Action`](crate::i18n::AuditMsg::Action).
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Action {
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// All of them, in the order of the log's filter.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// As it is stored and stands in addresses and files.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

actions! {
    /// Somebody was invited to help in the house.
    StaffInvited = "staff_invited";
    /// An invitation that nobody had answered was taken back.
    InvitationWithdrawn = "invitation_withdrawn";
    /// An account got another role.
    RoleChanged = "role_changed";
    /// A moderator or an admin has set up an authenticator app.
    ProofSetUp = "proof_set_up";
    /// A moderator or an admin has added a passkey.
    PasskeyAdded = "passkey_added";
    /// A moderator or an admin has removed a passkey.
    PasskeyRemoved = "passkey_removed";
    /// A passkey was refused whose counter went back: there may be a copy of it.
    PasskeyRefused = "passkey_refused";
    /// Authenticator app and passkeys were taken from an account, by the command line.
    ProofReset = "proof_reset";
    /// A campaign was made public.
    CampaignPublished = "campaign_published";
    /// A campaign that was public before anybody had read it was approved.
    CampaignApproved = "campaign_approved";
    /// A campaign went back to its team with a remark.
    CampaignSentBack = "campaign_sent_back";
    /// A campaign was refused.
    CampaignRejected = "campaign_rejected";
    /// Other texts took the place of those of a public campaign.
    TextsChanged = "texts_changed";
    /// Changes to the texts of a public campaign went back to its team with a remark.
    ChangesSentBack = "changes_sent_back";
    /// Changes to the texts of a public campaign were refused.
    ChangesRejected = "changes_rejected";
    /// A campaign got another last day, or none.
    LastDaySet = "last_day_set";
    /// A campaign was closed before its last day.
    Closed = "closed";
    /// A campaign has left the list.
    Archived = "archived";
    /// A campaign was put back into the list.
    ShownAgain = "shown_again";
    /// A team wrote down an answer of whoever is asked.
    ReplySubmitted = "reply_submitted";
    /// An answer was shown.
    ReplyShown = "reply_shown";
    /// An answer was sent back to the team.
    ReplySentBack = "reply_sent_back";
    /// A team took an answer away.
    ReplyRemoved = "reply_removed";
    /// A public campaign was hidden.
    CampaignHidden = "campaign_hidden";
    /// A hidden campaign was shown again.
    CampaignShown = "campaign_shown";
    /// What may be read of a campaign's signers was changed.
    ReadingSet = "reading_set";
    /// The catalogue of reasons was changed.
    CatalogueChanged = "catalogue_changed";
    /// Reasons of signers were shown.
    ReasonsShown = "reasons_shown";
    /// Reasons of signers were removed.
    ReasonsRemoved = "reasons_removed";
    /// A report of the public was closed.
    ReportClosed = "report_closed";
    /// An update was made public.
    UpdateApproved = "update_approved";
    /// An update was sent back to its team.
    UpdateSentBack = "update_sent_back";
    /// A team has begun to mail an update to signers.
    UpdateMailed = "update_mailed";
    /// A team has ended such a mailing before all were written to.
    MailingCancelled = "mailing_cancelled";
    /// Mails that were given up were put back into the outbox.
    MailsRetried = "mails_retried";
    /// An owner of a campaign opened the list of its signers.
    SignersOpened = "signers_opened";
    /// An owner has made a draft's key.
    KeyMade = "key_made";
    /// An owner has removed a draft's key.
    KeyRemoved = "key_removed";
    /// An owner has taken the locked copy of a campaign's private key.
    KeyCopyTaken = "key_copy_taken";
    /// An owner has deleted it.
    KeyCopyDeleted = "key_copy_deleted";
    /// Somebody was invited into a team.
    MemberInvited = "member_invited";
    /// Somebody came into a team, or got another role by an invitation.
    MemberJoined = "member_joined";
    /// A member of a team got another role.
    MemberRoleChanged = "member_role_changed";
    /// Somebody left a team or was removed.
    MemberLeft = "member_left";
    /// A campaign was offered to another team.
    CampaignOffered = "campaign_offered";
    /// A campaign went to another team.
    CampaignMoved = "campaign_moved";
    /// It was counted how many signatures agree with a rule.
    RuleCounted = "rule_counted";
    /// Signatures were taken off a count by a rule.
    RuleApplied = "rule_applied";
    /// They were put back.
    RuleUndone = "rule_undone";
    /// A rule that was not applied was forgotten.
    RuleDropped = "rule_dropped";
    /// An address was invited to start campaigns.
    CampaignerInvited = "campaigner_invited";
    /// Such an invitation was taken back.
    CampaignerRemoved = "campaigner_removed";
    /// A setting of the house was changed.
    SettingChanged = "setting_changed";
    /// The audit log was exported.
    LogExported = "log_exported";
    /// Counts were exported.
    CountsExported = "counts_exported";
}

impl Action {
    /// The action of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.code() == code)
    }
}
