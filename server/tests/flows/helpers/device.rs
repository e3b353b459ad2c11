use super::NAMED;
use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const PRESENT: u8 = 1;
const VERIFIED: u8 = 4;
const WITH_KEY: u8 = 64;

/// A passkey on a device, made after WebAuthn anew and over another library than the server's, so that two mistakes do not cancel each
/// other out.
pub struct Device {
    key: EcdsaKeyPair,
    pub id: Vec<u8>,
    pub account: Vec<u8>,
    /// How often it was used.
    pub counter: u32,
    /// Whether it asks who holds it.
    pub verifies: bool,
    /// The site that its browser shows.
    pub origin: &'static str,
}

fn bytes(value: &Value) -> Vec<u8> {
    BASE64URL_NOPAD.decode(value.as_str().unwrap().as_bytes()).unwrap()
}

fn text(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

impl Device {
    /// Makes a passkey as these options ask, and the answer that carries it.
    pub fn make(options: &Value) -> (Self, String) {
        let algorithms = options["pubKeyCredParams"].as_array().unwrap();
        assert!(algorithms.iter().any(|kind| kind["alg"] == -7), "{options}");
        let selection = &options["authenticatorSelection"];
        assert_eq!(
            (&selection["residentKey"], &selection["userVerification"]),
            (&json!("required"), &json!("required"))
        );
        let random = SystemRandom::new();
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, key.as_ref(), &random).unwrap();
        let mut device = Self {
            id: Sha256::digest(key.public_key().as_ref()).to_vec(),
            key,
            account: bytes(&options["user"]["id"]),
            counter: 0,
            verifies: true,
            origin: NAMED,
        };
        let answer = device.register(options);
        (device, answer)
    }

    /// The answer that carries this passkey.
    pub fn register(&mut self, options: &Value) -> String {
        let client = self.client("webauthn.create", options);
        let mut data = self.data(&options["rp"]["id"], WITH_KEY);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        // COSE: an elliptic curve key for ES256 on P-256, its x and y.
        let point = &self.key.public_key().as_ref()[1..];
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32]);
        data.extend(&point[..32]);
        data.extend([0x22, 0x58, 32]);
        data.extend(&point[32..]);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        object.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        object.extend(data);
        json!({
            "id": text(&self.id),
            "rawId": text(&self.id),
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": { "credProps": { "rk": true } },
            "response": { "attestationObject": text(&object), "clientDataJSON": text(&client), "transports": ["internal"] },
        })
        .to_string()
    }

    /// Answers a question.
    pub fn answer(&mut self, options: &Value) -> String {
        assert_eq!(options["userVerification"], "required", "{options}");
        let client = self.client("webauthn.get", options);
        let data = self.data(&options["rpId"], 0);
        let signed = [&data[..], &Sha256::digest(&client)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        json!({
            "id": text(&self.id),
            "rawId": text(&self.id),
            "type": "public-key",
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "response": {
                "authenticatorData": text(&data),
                "clientDataJSON": text(&client),
                "signature": text(signature.as_ref()),
                "userHandle": text(&self.account),
            },
        })
        .to_string()
    }

    fn client(&self, kind: &str, options: &Value) -> Vec<u8> {
        let client =
            json!({ "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false });
        client.to_string().into_bytes()
    }

    fn data(&mut self, site: &Value, more: u8) -> Vec<u8> {
        self.counter += 1;
        let mut data = Sha256::digest(site.as_str().unwrap()).to_vec();
        data.push(PRESENT | more | if self.verifies { VERIFIED } else { 0 });
        data.extend(self.counter.to_be_bytes());
        data
    }
}
