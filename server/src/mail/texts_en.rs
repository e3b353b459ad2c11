use super::texts::Texts;

pub(super) const EN: Texts = Texts {
    again_subject: |house| format!("{house}: your e-mail address was confirmed before"),
    test_subject: |house| format!("{house}: a test"),
    first_line: |house| format!("This is a message from {house}."),
    confirm_who: "Somebody, probably you, entered this e-mail address to sign this campaign:",
    confirm_how: "If it was you, confirm your signature: open this page and press the button on it.",
    link_works: |n| format!("The link works for {}.", hours(n)),
    code_how: "Or type this code into the page on which you signed:",
    code_rule: |house| {
        format!(
            "The code works for 24 hours. Type it only into the page that you opened yourself. {house} will never ask you for it in a \
             message or on the telephone."
        )
    },
    not_you: |n| {
        format!(
            "If it was not you, ignore this message. Nothing will happen: without a confirmation the signature does not count, and it is \
             deleted after {}.",
            hours(n)
        )
    },
    keep: "Once you have confirmed, the same link leads to your signature, where you can hide what is shown of you or withdraw. Whoever has \
           the link can do that, so do not forward this message.",
    again_who: "Somebody, probably you, entered this e-mail address to sign this campaign:",
    again_counts: "It has been signed with this address before. That signature counts; there is nothing more to do.",
    again_how: "To see it, to hide what is shown of you or to withdraw, open this page. Whoever has the link can do that, so do not forward \
                this message.",
    again_not_you: "If it was not you who tried to sign again, ignore this message. Nothing has changed.",
    sign_in_who: "Somebody, probably you, asked to sign in with this e-mail address. If it was you, open this page and press the button on it:",
    sign_in_works: "The link works once, for 15 minutes. In another browser than the one in which it was asked for it shows a code to type there.",
    sign_in_not_you: "If it was not you, ignore this message. Nobody can sign in without this link; never pass it on, nor the code that it \
                      shows.",
    signed_in_subject: |house| format!("{house}: somebody signed in"),
    signed_in_what: "Somebody, probably you, has just signed in to your account by a link that was mailed to this address.",
    signed_in_not_you: "If it was not you, somebody else can read your mail. Change the password of your mailbox, then sign in and end all \
                        other sign-ins on the page of your account:",
    milestone_subject: |house| format!("{house}: news about what you run"),
    milestone_what: "This campaign of yours has reached one of its marks:",
    milestone_how: "Its page tells which, and what you can do now:",
    reviewed_subject: |house| format!("{house}: there is a decision on what you submitted"),
    reviewed_what: "A moderator has read what you submitted and has decided. This page says what was decided and what you can do now:",
    hidden_subject: |house| format!("{house}: there is a decision on what you run here"),
    hidden_what: "A moderator has taken a campaign of your team down. Nobody can sign it any more; what was confirmed is kept. This page says why. \
                  If you think that it is a mistake, write to those who run the site: their address is at the foot of each page.",
    shown_again_what: "A moderator has put a campaign of your team back, as it was. People can read and sign it again:",
    report_subject: |house| format!("{house}: the answer that you asked for"),
    report_who: "Somebody, probably you, told us that something is wrong and asked for an answer to this address. A moderator has looked at it.",
    report_nothing: "What was decided: nothing was to be changed.",
    report_hidden: "What was decided: what you pointed to was taken down as a whole.",
    report_removed: "What was decided: the words of a person that you pointed to were removed.",
    report_deleted: "Your address is deleted here with this message. If it was not you, ignore it.",
    proof_set_up_subject: |house| format!("{house}: an authenticator app was set up"),
    proof_set_up_what: "Somebody, probably you, has set up an authenticator app for your account. If it was not you, somebody else can read your \
                        mail and uses your account: change the password of your mailbox, ask whoever runs the server to remove that app, and look \
                        at your account:",
    proof_removed_subject: |house| format!("{house}: your authenticator app was removed"),
    proof_removed_what: "The authenticator app was removed from your account, by you or by whoever runs the server, who removes passkeys with it. A link that is mailed to this \
                         address is now enough to use it. If you did not ask for that, sign in and set up an app or a passkey anew:",
    passkey_added_subject: |house| format!("{house}: a passkey was added"),
    passkey_added_what: "Somebody, probably you, has added a passkey to your account: whoever holds its device can sign in with it. If it was not you, \
                         somebody else can read your mail and uses your account: change the password of your mailbox, sign in, remove that passkey \
                         and sign out the browsers that you do not know:",
    passkey_removed_subject: |house| format!("{house}: a passkey was removed"),
    passkey_removed_what: "A passkey was removed from your account. If it was not you, somebody else uses your account: change the password of your \
                           mailbox, sign in, and look at what is left:",
    staff_invited_subject: |house| format!("{house}: an invitation"),
    staff_invited_what: "Somebody who runs this house asks you to help there. If you want to, sign in with this e-mail address within 14 days, and \
                         have an authenticator app or a device for a passkey at hand. If you do not, ignore this message:",
    campaigner_invited_what: "Somebody who runs this house invites you to start campaigns there. If you want to, sign in with this e-mail address. If \
                              you do not, ignore this message:",
    update_subject: |house| format!("{house}: the news you asked for"),
    update_who: "You asked for updates on this campaign, and there is one:",
    update_test: "This is a test. Only you get it. To signers of this campaign it will look like this:",
    update_page: "You can read all updates here:",
    update_stop: "You want no more of them? Press the button on this page. Whoever has the link can do that, so do not forward this message.",
    support_what: "Somebody who writes here asks whether you support an idea, and has your address from you. If you do, press the button on this page:",
    support_how: "The link works for 24 hours. If you know nothing of this, ignore this message: your address is not kept, and nothing happens.",
    invited_subject: |house| format!("{house}: an invitation"),
    invited_what: "Somebody who runs campaigns here invites you to work with their team. This page shows which team it is, and you can decide there:",
    invited_how: "The link works for seven days, only for whoever signs in with this e-mail address. If you do not want to join, ignore this \
                  message: the address is then forgotten.",
    joined_subject: |house| format!("{house}: somebody has accepted an invitation"),
    joined_what: "Somebody has accepted an invitation into a team of yours. This page shows who is in it:",
    joined_how: "If you know nothing of it, look at the roles there and remove whoever does not belong.",
    offered_subject: |house| format!("{house}: something is offered to you"),
    offered_what: "Somebody who runs campaigns here would hand one over to you. Sign in with this e-mail address to see it and to decide:",
    offered_how: "The offer holds for seven days. If you do not want it, ignore this message: the address is then forgotten.",
    changed_subject: |house| format!("{house}: what you may do was changed"),
    changed_what: "An owner of a team that you are in has changed what you may do there, or has ended your part in it. This page shows your teams:",
    role_changed_what: "Somebody who runs this house has changed what you may do in it. The page of your account shows which rooms are open to you:",
    taken_subject: |house| format!("{house}: what you offered was taken"),
    taken_what: "A campaign that your team offered to others is theirs now. Your team sees it no more than anybody else. This page shows your team:",
    test_arrived: "Somebody who runs the server sent it to see whether mail arrives. It has.",
};

fn hours(n: u32) -> String {
    if n == 1 { "1 hour".to_owned() } else { format!("{n} hours") }
}
