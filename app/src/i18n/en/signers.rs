use crate::i18n::{SignersMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Signers => "Signers",
        M::Explain => {
            "What signers gave is sealed, and only the campaign’s private key opens it. The list is opened in this browser: neither the \
             key nor any name is sent to the server. Use a device that nobody else reads along on. That you have opened the list is \
             written into the house’s log."
        }
        M::Nobody => "Nobody reads the signers of this campaign: their names are not kept. There are counts only.",
        M::NeedsScript => {
            "This page needs JavaScript, for the key must not leave your browser. Without it, whoever runs the server can give you the \
             sealed list (undersigned export sealed), which you open on your own machine (undersigned open)."
        }
        M::Key => "Private key",
        M::KeyHelp => "The whole text of the key’s file, or what stands on the printed sheet.",
        M::File => "Or the key’s file",
        M::Passphrase => "Or the passphrase of the locked copy",
        M::PassphraseHelp => {
            "The eight words, in their order. The copy is fetched from the server and opened in this browser."
        }
        M::CopyAsksProof => {
            "A copy of the key lies on this server, locked with a passphrase. With a code of your authenticator app you can use it in the \
             place of the sheet."
        }
        M::GiveProof => "Give the second proof",
        M::WrongPassphrase => {
            "These are not the words of the passphrase. See that all eight are there, in their order."
        }
        M::ProofTooOld => "The second proof is more than ten minutes old. Load this page again, and give it once more.",
        M::DeleteCopy => "Delete the locked copy",
        M::DeleteCopyText => {
            "Then the list opens with the key’s sheet or file alone. Backups may keep the copy for a while."
        }
        M::CopyDeleted => "The locked copy is deleted.",
        M::Open => "Open the list",
        M::Working => "{0} of about {1} opened",
        M::ListTitle => "Who signed",
        M::Opened => "Signers opened: {0}.",
        M::Shut => "{0} did not open: they were sealed for another key, have only just signed, or are damaged.",
        M::Wrong => {
            "None of the {0} signers opened: this is the wrong key, or the data is damaged. Use the key of this campaign."
        }
        M::NoKey => "This is not a private key. It begins with the line “undersigned private key 1”.",
        M::Line => "Line {0} of the key is mistyped.",
        M::Failed => "The list could not be fetched. See that you are signed in, then try again.",
        M::Idle => "After ten minutes without a key press the list was closed and the key forgotten.",
        M::Closed => "The list is closed, and the key forgotten.",
        M::Search => "Search the list",
        M::Found => "{0} to {1} of {2}",
        M::NotFound => "No signer is found.",
        M::Previous => "Previous 100",
        M::Next => "Next 100",
        M::Download => "Download all as CSV",
        M::DownloadHelp => "The file is not sealed any more: keep it as carefully as the key.",
        M::Close => "Close and forget the key",
        M::Column(0) => "Name",
        M::Column(1) => "E-mail",
        M::Column(2) => "Country",
        M::Column(_) => "Postcode area",
    };
    text.into()
}
