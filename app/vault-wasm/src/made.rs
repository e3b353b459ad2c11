//! A key pair as it is made in its holder's browser.

use vault::PrivateKey;
use vault::copy::{draw_passphrase, lock};
use vault::keys::is_same_group;
use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::Zeroizing;

/// Lines of a recovery sheet before the rows of the key.
const HEAD: usize = 2;

/// A key pair that nobody else has seen, and the passphrase of its locked copy, should there be one.
#[wasm_bindgen]
pub struct NewKey {
    key: PrivateKey,
    label: String,
    words: Vec<Zeroizing<String>>,
}

#[wasm_bindgen]
impl NewKey {
    /// Makes a key pair of 32 fresh random bytes. `label` names its campaign.
    ///
    /// # Errors
    /// `random` for another number of bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(random: &[u8], label: &str) -> Result<NewKey, String> {
        let key = PrivateKey::from_seed(random).map_err(|_| "random".to_owned())?;
        Ok(Self { key, label: label.to_owned(), words: Vec::new() })
    }

    /// The id of the pair.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.key.key_id().to_string()
    }

    /// The public half, for the server.
    pub fn public(&self) -> Vec<u8> {
        self.key.public_key().to_bytes().to_vec()
    }

    /// The private half as the text of its file.
    pub fn text(&self) -> String {
        self.key.to_text(&self.label).to_string()
    }

    /// Its rows, of four groups each with hyphens between them.
    pub fn rows(&self) -> Vec<String> {
        self.sheet().iter().map(|row| row.to_string()).collect()
    }

    fn sheet(&self) -> Vec<Zeroizing<String>> {
        self.key.recovery_sheet(&self.label).split_off(HEAD)
    }

    /// Whether a group was typed as it stands on the sheet; both numbers from 0.
    pub fn same(&self, row: usize, group: usize, typed: &str) -> bool {
        let sheet = self.sheet();
        sheet.get(row).and_then(|row| row.split('-').nth(group)).is_some_and(|group| is_same_group(group, typed))
    }

    /// Draws the passphrase of the locked copy from a list of words and 11 fresh random bytes. Returns its words.
    ///
    /// # Errors
    /// `words` if that is no list to draw from, `random` for another number of bytes.
    pub fn draw(&mut self, list: &str, random: &[u8]) -> Result<Vec<String>, String> {
        let random = random.try_into().map_err(|_| "random".to_owned())?;
        let drawn = draw_passphrase(list, random).ok_or("words")?;
        self.words = drawn.iter().map(|word| Zeroizing::new((*word).to_owned())).collect();
        Ok(drawn.map(str::to_owned).to_vec())
    }

    /// Whether a word of the passphrase was typed; the number from 0.
    #[wasm_bindgen(js_name = sameWord)]
    pub fn same_word(&self, number: usize, typed: &str) -> bool {
        use vault::copy::plain;
        self.words.get(number).is_some_and(|word| *plain(word) == *plain(typed))
    }

    /// The private half locked with the passphrase, by 40 fresh random bytes. Takes a second or two.
    ///
    /// # Errors
    /// `words` if no passphrase was drawn, `random` for another number of bytes, `memory` where there are no 64 MiB.
    pub fn locked(&self, random: &[u8]) -> Result<Vec<u8>, String> {
        let random = random.try_into().map_err(|_| "random".to_owned())?;
        let words = self.words.iter().map(|word| word.as_str()).collect::<Vec<_>>();
        if words.is_empty() {
            return Err("words".to_owned());
        }
        let passphrase = Zeroizing::new(words.join(" "));
        lock(&self.key, &passphrase, random).map(Vec::from).map_err(|_| "memory".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Signers;
    use vault::copy::unlock;

    const LIST: &str = include_str!("../../../public/words/en.txt");

    #[test]
    fn a_holder_shows_by_groups_that_the_sheet_is_kept() {
        let made = NewKey::new(&[7; 32], "night-bus").unwrap();
        let rows = made.rows();
        assert_eq!(rows.len(), 4);
        for (row, groups) in rows.iter().enumerate() {
            for (group, text) in groups.split('-').enumerate() {
                assert!(made.same(row, group, &text.to_lowercase()), "{row} {group}");
                assert!(!made.same(row, group, "UUUU") && !made.same(row + 4, group, text));
            }
        }
        let key = PrivateKey::parse(&made.text()).unwrap();
        assert_eq!((key.key_id().to_string(), key.public_key().to_bytes().to_vec()), (made.id(), made.public()));
        assert!(Signers::new(&made.text()).is_ok());
        assert_eq!(NewKey::new(&[7; 31], "").err().as_deref(), Some("random"));
    }

    #[test]
    fn a_passphrase_opens_the_copy_that_is_sent() {
        let mut made = NewKey::new(&[7; 32], "night-bus").unwrap();
        assert_eq!(made.locked(&[1; 40]).err().as_deref(), Some("words"), "nothing is locked with nothing");
        assert_eq!(made.draw("one\ntwo", &[0; 11]).err().as_deref(), Some("words"));
        let words = made.draw(LIST, &[0x5a; 11]).unwrap();
        assert!(
            made.same_word(2, &format!(" {} ", words[2].to_uppercase()))
                && !made.same_word(2, "")
                && !made.same_word(8, "")
        );
        let copy = made.locked(&[1; 40]).unwrap();
        assert_eq!(unlock(&copy, &words.join(" ")).unwrap().key_id().to_string(), made.id());
        assert!(Signers::unlock(&copy, &words.join("-")).is_ok());
        assert_eq!(Signers::unlock(&copy, "zoo").err().as_deref(), Some("passphrase"));
        assert_eq!(Signers::unlock(&copy[1..], "zoo").err().as_deref(), Some("data"));
        assert_eq!(made.locked(&[1; 39]).err().as_deref(), Some("random"));
    }
}
