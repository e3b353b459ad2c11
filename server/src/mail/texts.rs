use super::{texts_en::EN, texts_es::ES};
use app::i18n::Lang;

/// The words of our mails in one language. A language that lacks one does not compile.
///
/// Subjects and first lines speak of the house and of a mail address only: they appear on lock screens. The subject of the mail that asks
/// to confirm is `app::i18n::confirm_subject`, for the inbox page tells it too, and that of the sign-in mail `app::i18n::sign_in_subject`.
pub(super) struct Texts {
    /// House.
    pub(super) again_subject: fn(&str) -> String,
    /// House.
    pub(super) test_subject: fn(&str) -> String,
    /// House.
    pub(super) first_line: fn(&str) -> String,
    pub(super) confirm_who: &'static str,
    pub(super) confirm_how: &'static str,
    /// Hours.
    pub(super) link_works: fn(u32) -> String,
    pub(super) code_how: &'static str,
    /// House.
    pub(super) code_rule: fn(&str) -> String,
    /// Hours.
    pub(super) not_you: fn(u32) -> String,
    pub(super) keep: &'static str,
    pub(super) again_who: &'static str,
    pub(super) again_counts: &'static str,
    pub(super) again_how: &'static str,
    pub(super) again_not_you: &'static str,
    pub(super) sign_in_who: &'static str,
    pub(super) sign_in_works: &'static str,
    pub(super) sign_in_not_you: &'static str,
    /// House.
    pub(super) signed_in_subject: fn(&str) -> String,
    pub(super) signed_in_what: &'static str,
    pub(super) signed_in_not_you: &'static str,
    /// House.
    pub(super) reviewed_subject: fn(&str) -> String,
    pub(super) reviewed_what: &'static str,
    pub(super) milestone_subject: fn(&str) -> String,
    pub(super) milestone_what: &'static str,
    pub(super) milestone_how: &'static str,
    /// House.
    pub(super) hidden_subject: fn(&str) -> String,
    pub(super) hidden_what: &'static str,
    pub(super) shown_again_what: &'static str,
    /// House.
    pub(super) report_subject: fn(&str) -> String,
    pub(super) report_who: &'static str,
    pub(super) report_nothing: &'static str,
    pub(super) report_hidden: &'static str,
    pub(super) report_removed: &'static str,
    pub(super) report_deleted: &'static str,
    /// House.
    pub(super) proof_set_up_subject: fn(&str) -> String,
    pub(super) proof_set_up_what: &'static str,
    /// House.
    pub(super) proof_removed_subject: fn(&str) -> String,
    pub(super) proof_removed_what: &'static str,
    /// House.
    pub(super) passkey_added_subject: fn(&str) -> String,
    pub(super) passkey_added_what: &'static str,
    /// House.
    pub(super) passkey_removed_subject: fn(&str) -> String,
    pub(super) passkey_removed_what: &'static str,
    /// House.
    pub(super) staff_invited_subject: fn(&str) -> String,
    pub(super) staff_invited_what: &'static str,
    pub(super) campaigner_invited_what: &'static str,
    pub(super) update_subject: fn(&str) -> String,
    pub(super) update_who: &'static str,
    /// In the place of the one before, to whoever tries it out.
    pub(super) update_test: &'static str,
    pub(super) update_page: &'static str,
    pub(super) update_stop: &'static str,
    pub(super) support_what: &'static str,
    pub(super) support_how: &'static str,
    /// House.
    pub(super) invited_subject: fn(&str) -> String,
    pub(super) invited_what: &'static str,
    pub(super) invited_how: &'static str,
    /// House.
    pub(super) joined_subject: fn(&str) -> String,
    pub(super) joined_what: &'static str,
    pub(super) joined_how: &'static str,
    /// House.
    pub(super) offered_subject: fn(&str) -> String,
    pub(super) offered_what: &'static str,
    pub(super) offered_how: &'static str,
    /// House.
    pub(super) changed_subject: fn(&str) -> String,
    pub(super) changed_what: &'static str,
    pub(super) role_changed_what: &'static str,
    /// House.
    pub(super) taken_subject: fn(&str) -> String,
    pub(super) taken_what: &'static str,
    pub(super) test_arrived: &'static str,
}

/// The words in this language.
pub(super) fn texts(lang: Lang) -> &'static Texts {
    match lang {
        Lang::En => &EN,
        Lang::Es => &ES,
    }
}
