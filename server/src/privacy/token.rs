use super::hmac;
use crate::store::{CampaignId, SignInId, SignatureId, SupportLinkId, SupporterId, TeamInvitationId};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use subtle::ConstantTimeEq;

/// Bytes of the authenticator in a token.
const TAG: usize = 16;

/// What a token is good for. One never stands in for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Confirms a signature.
    Confirm,
    /// Shows a signature to its signer, hides and withdraws it.
    Manage,
    /// Ends updates.
    Unsubscribe,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Confirm => b"confirm",
            Self::Manage => b"manage",
            Self::Unsubscribe => b"unsubscribe",
        }
    }
}

/// Makes and checks tokens and codes. Neither is stored: both follow from the row's id and a key.
#[derive(Clone)]
pub struct Tokens {
    key: [u8; 32],
}

impl Tokens {
    /// Tokens under this key.
    pub fn new(key: [u8; 32]) -> Self {
        Self { key }
    }

    /// A sign-in link's token, made as [`Tokens::mint`] makes others.
    pub fn mint_sign_in(&self, row: SignInId) -> String {
        self.seal(&[b"sign in"], row.0)
    }

    /// The row that a sign-in link names. `None` if it was not made here.
    pub fn check_sign_in(&self, token: &str) -> Option<SignInId> {
        self.open(&[b"sign in"], token).map(SignInId)
    }

    /// The token of an invitation into a team, made as [`Tokens::mint`] makes others.
    pub fn mint_team_invitation(&self, row: TeamInvitationId) -> String {
        self.seal(&[b"team invitation"], row.0)
    }

    /// The row that an invitation names. `None` if it was not made here.
    pub fn check_team_invitation(&self, token: &str) -> Option<TeamInvitationId> {
        self.open(&[b"team invitation"], token).map(TeamInvitationId)
    }

    /// The token of a draft's private link, made as [`Tokens::mint`] makes others.
    pub fn mint_support_link(&self, row: SupportLinkId) -> String {
        self.seal(&[b"support link"], row.0)
    }

    /// The link that a token names. `None` if it was not made here.
    pub fn check_support_link(&self, token: &str) -> Option<SupportLinkId> {
        self.open(&[b"support link"], token).map(SupportLinkId)
    }

    /// The token of a mail to a supporter, made as [`Tokens::mint`] makes others.
    pub fn mint_supporter(&self, row: SupporterId) -> String {
        self.seal(&[b"supporter"], row.0)
    }

    /// The supporter that a token names. `None` if it was not made here.
    pub fn check_supporter(&self, token: &str) -> Option<SupporterId> {
        self.open(&[b"supporter"], token).map(SupporterId)
    }

    /// The six digits that sign in where the mail of this row was asked for.
    pub fn sign_in_code(&self, row: SignInId) -> [u8; 6] {
        digits(hmac(&self.key, &[b"sign in code", row.bytes()]))
    }

    /// Whether `typed` is the row's code, in constant time.
    pub fn sign_in_code_fits(&self, row: SignInId, typed: &[u8; 6]) -> bool {
        self.sign_in_code(row).ct_eq(typed).into()
    }

    /// base64url(row id ‖ first 16 bytes of HMAC(key, purpose ‖ campaign ‖ row id)).
    pub fn mint(&self, purpose: Purpose, campaign: CampaignId, row: SignatureId) -> String {
        self.seal(&[purpose.label(), campaign.bytes()], row.0)
    }

    /// The row that a token names. `None` if it was not made here for this purpose and campaign.
    pub fn check(&self, purpose: Purpose, campaign: CampaignId, token: &str) -> Option<SignatureId> {
        self.open(&[purpose.label(), campaign.bytes()], token).map(SignatureId)
    }

    fn seal(&self, scope: &[&[u8]], row: [u8; 16]) -> String {
        URL_SAFE_NO_PAD.encode([&row[..], &self.tag(scope, &row)].concat())
    }

    fn open(&self, scope: &[&[u8]], token: &str) -> Option<[u8; 16]> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (row, tag) = bytes.split_first_chunk::<16>()?;
        bool::from(tag.ct_eq(&self.tag(scope, row))).then_some(*row)
    }

    fn tag(&self, scope: &[&[u8]], row: &[u8; 16]) -> [u8; TAG] {
        let mut tag = [0; TAG];
        tag.copy_from_slice(&hmac(&self.key, &[scope, &[&row[..]]].concat())[..TAG]);
        tag
    }

    /// The eight digits that confirm this row when typed.
    pub fn code(&self, campaign: CampaignId, row: SignatureId) -> [u8; 8] {
        digits(hmac(&self.key, &[b"code", campaign.bytes(), row.bytes()]))
    }

    /// Whether `typed` is the row's code, in constant time.
    pub fn code_fits(&self, campaign: CampaignId, row: SignatureId, typed: &[u8; 8]) -> bool {
        self.code(campaign, row).ct_eq(typed).into()
    }
}

/// The last digits of a number of 128 bits, which is so large that no digit is likelier than another in a way that could be measured.
fn digits<const N: usize>(tag: [u8; 32]) -> [u8; N] {
    let mut number = [0; 16];
    number.copy_from_slice(&tag[..16]);
    let mut rest = u128::from_be_bytes(number);
    let mut digits = [b'0'; N];
    for digit in digits.iter_mut().rev() {
        *digit += u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAMPAIGN: CampaignId = CampaignId([1; 16]);
    const ROW: SignatureId = SignatureId([2; 16]);

    #[test]
    fn tokens_hold_for_their_purpose_and_campaign_alone() {
        let tokens = Tokens::new([3; 32]);
        let token = tokens.mint(Purpose::Confirm, CAMPAIGN, ROW);
        assert_eq!(token.len(), 43);
        assert_eq!(tokens.check(Purpose::Confirm, CAMPAIGN, &token), Some(ROW));
        assert_eq!(tokens.check(Purpose::Manage, CAMPAIGN, &token), None);
        assert_eq!(tokens.check(Purpose::Unsubscribe, CAMPAIGN, &token), None);
        assert_eq!(tokens.check(Purpose::Confirm, CampaignId([9; 16]), &token), None);
        assert_eq!(Tokens::new([4; 32]).check(Purpose::Confirm, CAMPAIGN, &token), None);
        for bad in ["", "a", "%", &token[..40], &format!("{token}AAAA")] {
            assert_eq!(tokens.check(Purpose::Confirm, CAMPAIGN, bad), None, "{bad}");
        }
    }

    #[test]
    fn links_of_accounts_and_of_teams_never_stand_in_for_each_other() {
        let tokens = Tokens::new([3; 32]);
        let (invitation, sign_in) =
            (tokens.mint_team_invitation(TeamInvitationId([2; 16])), tokens.mint_sign_in(SignInId([2; 16])));
        assert_eq!(tokens.check_team_invitation(&invitation), Some(TeamInvitationId([2; 16])));
        assert_eq!(tokens.check_team_invitation(&sign_in), None);
        assert_eq!(tokens.check_sign_in(&invitation), None);
    }

    #[test]
    fn codes_are_eight_digits_of_their_own_row() {
        let tokens = Tokens::new([3; 32]);
        let code = tokens.code(CAMPAIGN, ROW);
        assert!(code.iter().all(u8::is_ascii_digit));
        assert!(tokens.code_fits(CAMPAIGN, ROW, &code));
        assert!(!tokens.code_fits(CAMPAIGN, SignatureId([5; 16]), &code));
    }
}
