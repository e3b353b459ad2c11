use crate::i18n::{KeyMsg as M, Text};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title => "The campaign’s key",
        M::Explain => {
            "A key has two halves. What signers give is sealed with the public half, here on the server. Only the private half opens it. This \
             page makes both in your browser and sends the public half alone: neither this house nor anyone who breaks into it has the other."
        }
        M::Reading => {
            "Names are sealed only if a moderator allows that this campaign’s signers are read, and the sign form says so before anyone signs. \
             A campaign without a key works as well, with counts only. Once it is public it cannot get a key."
        }
        M::NeedsScript => {
            "This page needs JavaScript, for the private half must be made in your browser and never leave it. Without it, leave the campaign \
             without a key: people can sign it all the same, and there are counts only."
        }
        M::Copy => "Leave a copy on this server, locked with a passphrase",
        M::CopyHelp => {
            "Your browser draws eight words. With them, and a code of your authenticator app, you can open the list without the sheet. Whoever \
             takes the copy would have to guess the words. Without a tick, the sheet is all there is."
        }
        M::CopyAsksProof => {
            "A locked copy of the key can be left on this server, as a second way in beside the sheet. It is handed out for a code of your \
             authenticator app alone, so set one up or give its code first."
        }
        M::GiveProof => "Give the second proof",
        M::Make => "Make a key",
        M::Making => "Your browser is making the key.",
        M::KeepLead => {
            "Print this sheet or write it down, and put it where nobody else finds it. It is shown only now. Two of its groups are asked for \
             next, to be sure that you have it."
        }
        M::Sheet => "Recovery sheet",
        M::House => "Made at",
        M::Campaign => "Campaign",
        M::Id => "Key",
        M::Day => "Made on",
        M::Text => "The private key, in four rows. Its first line belongs to it.",
        M::PurposeTitle => "What it is for",
        M::Purpose => {
            "With it the owners of the campaign’s team open the list of signers, if the house allows that they are read: at “Signers” beside \
             the campaign, or on their own machine with the command “undersigned open”. Small and capital letters make no difference."
        }
        M::LossTitle => "If it is lost, or found by others",
        M::Loss => {
            "Without it nobody can read who signed: not you, not the house, not the makers of this software. Whoever finds it, and gets at the \
             sealed signers, can read them. Keep it on paper, not in a mail and not as a photograph."
        }
        M::Print => "Print the sheet",
        M::File => "Save as a file",
        M::Passphrase => "Passphrase of the locked copy",
        M::PassphraseLead => {
            "Write these eight words down too, in their order, or keep them in a password manager, away from the sheet. They are not printed \
             with it, and nobody can tell you them again."
        }
        M::Kept => "I have kept it",
        M::CheckTitle => "Show that you have kept it",
        M::CheckLead => "Type what stands on your sheet. Only then does the key become the campaign’s.",
        M::Group => "Row {0}, group {1}",
        M::Word => "Word {0} of the passphrase",
        M::Mistyped => "This is not what was shown. Look at your sheet, or go back and write it down once more.",
        M::Set => "Make it the campaign’s key",
        M::Back => "Back to the sheet",
        M::Setting => "The public half is being sent.",
        M::Failed => {
            "The key could not be sent. See that you are signed in, in another tab, then try again: this page still has the key of your sheet."
        }
        M::FailedClosed => {
            "The campaign cannot take this key: it has one already, or waits for a moderator. Destroy the sheet, and open this page anew."
        }
        M::FailedProof => {
            "The second proof is too old. Give it again in another tab, then try again: this page still has the key of your sheet."
        }
        M::Unable => {
            "The key could not be made: something was not loaded, or the browser is too old. Nothing was sent. Open this page anew."
        }
        M::Closed => {
            "The campaign has no key. While it waits for a moderator or is refused it cannot get one: take it back first."
        }
        M::Made(id, day) => {
            return format!("The campaign has the key {id}, made on {day}. The same number stands on its sheet.")
                .into();
        }
        M::CopyKept => "A copy of the private half lies on this server, locked with the passphrase.",
        M::NoCopy => "The private half is on the sheet alone.",
        M::Remove => "Remove this key",
        M::RemoveText => {
            "If the sheet is lost, or others have seen it, remove the key and make another. Destroy the old sheet then. Once the campaign is \
             public, its key stays."
        }
        M::Stays => "While the campaign waits for a moderator, its key stays.",
        M::Removed => "The key is removed.",
    };
    text.into()
}
