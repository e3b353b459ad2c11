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
    test_arrived: "Somebody who runs the server sent it to see whether mail arrives. It has.",
};

fn hours(n: u32) -> String {
    if n == 1 { "1 hour".to_owned() } else { format!("{n} hours") }
}
