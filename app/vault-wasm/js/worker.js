// The worker, which alone sees a private key and what it opens; of a new one, the page is given what its holder has to keep.
import init, { NewKey, Signers } from "../../../target/front/vault-bindgen/vault.js";

const SEED = 32;
const WORDS = 11;
const LOCKING = 40;

const random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));
const fetched = (path) => fetch(path, { cache: "no-store", redirect: "error" });
const base64 = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

export function work() {
  let signers, made;
  const answer = {
    async open({ key, passphrase, copy, wasm, rows }) {
      await init({ module_or_path: wasm });
      try {
        if (passphrase) {
          const response = await fetched(copy);
          if (!response.ok) return { failed: response.status };
          signers = Signers.unlock(new Uint8Array(await response.arrayBuffer()), passphrase);
        } else signers = new Signers(key);
      } catch (code) {
        if (code === "data" || typeof code !== "string") throw code;
        return { refused: code };
      }
      // Hours of signing first: a row opens only by its hour's secret.
      for (const part of ["epochs", "rows"]) {
        let after = "";
        do {
          const response = await fetched(`${rows}?part=${part}&after=${after}`);
          if (!response.ok) return { failed: response.status };
          signers.feed(new Uint8Array(await response.arrayBuffer()));
          after = signers.last;
          postMessage({ progress: signers.opened + signers.shut });
        } while (signers.records > 0);
      }
      signers.sort();
      return { opened: signers.opened, shut: signers.shut };
    },
    search: ({ text, from, shown }) => ({ found: signers.search(text), from, cells: signers.cells(from, shown) }),
    csv: () => ({ csv: signers.csv() }),

    async make({ wasm, label, list }) {
      await init({ module_or_path: wasm });
      const seed = random(SEED);
      made = new NewKey(seed, label);
      seed.fill(0);
      let words = [];
      if (list) {
        const response = await fetched(list);
        if (!response.ok) return { failed: response.status };
        words = made.draw(await response.text(), random(WORDS));
      }
      return { id: made.id, text: made.text(), rows: made.rows(), words };
    },
    // Which of what was typed is wrong: the first one's place, or -1.
    check: ({ groups, words }) => {
      const right = [...groups.map(([row, group, typed]) => made.same(row, group, typed)), ...words.map(([n, typed]) => made.sameWord(n, typed))];
      return { wrong: right.indexOf(false) };
    },
    async send({ to, locked }) {
      const body = new URLSearchParams({ public_key: base64(made.public()), copy: locked ? base64(made.locked(random(LOCKING))) : "" });
      const { ok, status } = await fetch(to, { method: "POST", body, redirect: "error" });
      return ok ? {} : { failed: status };
    },
  };
  onmessage = async ({ data }) => {
    try {
      postMessage({ [data.ask]: await answer[data.ask](data) });
    } catch {
      postMessage({ [data.ask]: { failed: 0 } });
    }
  };
}
