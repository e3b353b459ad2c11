// Both sides of the signers' list: the page, and the worker that alone sees the key and what it opens. One file, so that the page can
// start itself as the worker. The key goes from the field to the worker and nowhere else.
import init, { Signers } from "../../../target/front/vault-bindgen/vault.js";

const COLUMNS = 4;
const SHOWN = 100;
const IDLE = 10 * 60 * 1000;

if (typeof document === "undefined") work();
else list(document.getElementById("signers"), document.currentScript);

function work() {
  let signers;
  const answer = {
    async open({ key, wasm, rows }) {
      await init({ module_or_path: wasm });
      try {
        signers = new Signers(key);
      } catch (code) {
        return { refused: String(code) };
      }
      // Hours of signing first: a row opens only by its hour's secret.
      for (const part of ["epochs", "rows"]) {
        let after = "";
        do {
          const response = await fetch(`${rows}?part=${part}&after=${after}`, { cache: "no-store", redirect: "error" });
          if (!response.ok) return { failed: response.status };
          signers.feed(new Uint8Array(await response.arrayBuffer()));
          after = signers.last;
          postMessage({ progress: signers.opened + signers.shut });
        } while (signers.records > 0);
      }
      signers.sort();
      return { opened: signers.opened, shut: signers.shut };
    },
    search: ({ text, from }) => ({ found: signers.search(text), from, cells: signers.cells(from, SHOWN) }),
    csv: () => ({ csv: signers.csv() }),
  };
  onmessage = async ({ data }) => {
    try {
      postMessage({ [data.ask]: await answer[data.ask](data) });
    } catch {
      postMessage({ [data.ask]: { failed: 0 } });
    }
  };
}

function list(root, { src: source, dataset: { wasm } }) {
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const show = (name, shown) => (part(name).hidden = !shown);
  const words = (name, ...numbers) => numbers.reduce((text, n, i) => text.replace(`{${i}}`, n), root.dataset[name]);
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let worker, idle, from = 0, found = 0;

  const close = (why) => {
    worker?.terminate();
    worker = undefined;
    clearTimeout(idle);
    part("key").value = part("file").value = part("search").value = "";
    part("rows").replaceChildren();
    show("list", false);
    show("working", false);
    show("ask", true);
    part("said").textContent = why ?? "";
  };
  const awake = () => {
    clearTimeout(idle);
    if (worker) idle = setTimeout(() => close(root.dataset.idle), IDLE);
  };
  const search = (at) => worker?.postMessage({ ask: "search", text: part("search").value, from: (from = at) });

  const heard = {
    progress(n) {
      part("progress").value = n;
      part("progress-text").textContent = words("working", number.format(n), number.format(part("progress").max));
    },
    open({ refused, failed, opened, shut }) {
      if (refused !== undefined) return close(refused.startsWith("line ") ? words("line", refused.slice(5)) : root.dataset.nokey), part("key").focus();
      if (failed !== undefined) return close(root.dataset.failed);
      if (opened === 0 && shut > 0) return close(words("wrong", number.format(shut))), part("key").focus();
      show("working", false);
      show("list", true);
      part("said").textContent = words("opened", number.format(opened)) + (shut > 0 ? ` ${words("shut", number.format(shut))}` : "");
      search(0);
      part("heading").focus();
    },
    search({ found: n, cells }) {
      found = n;
      const rows = [];
      for (let i = 0; i < cells.length; i += COLUMNS) {
        const row = document.createElement("tr");
        for (const [place, text] of cells.slice(i, i + COLUMNS).entries()) {
          const cell = document.createElement(place === 0 ? "th" : "td");
          if (place === 0) cell.scope = "row";
          cell.textContent = text;
          row.append(cell);
        }
        rows.push(row);
      }
      part("rows").replaceChildren(...rows);
      const to = Math.min(from + SHOWN, found);
      part("found").textContent = found ? words("found", number.format(from + 1), number.format(to), number.format(found)) : root.dataset.nobody;
      show("pager", found > SHOWN);
      part("previous").disabled = from === 0;
      part("next").disabled = to === found;
    },
    csv({ csv }) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
      link.download = root.dataset.filename;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
  };

  part("open").addEventListener("click", async () => {
    const [file] = part("file").files;
    const key = file ? await file.text() : part("key").value;
    close();
    show("ask", false);
    show("working", true);
    worker = new Worker(source);
    worker.onmessage = ({ data }) => Object.entries(data).forEach(([what, told]) => heard[what](told));
    worker.onerror = () => close(root.dataset.failed);
    heard.progress(0);
    const absolute = (path) => new URL(path, location.origin).href;
    worker.postMessage({ ask: "open", key, wasm: absolute(wasm), rows: absolute(root.dataset.rows) });
    awake();
  });
  part("search").addEventListener("input", () => search(0));
  part("previous").addEventListener("click", () => search(Math.max(0, from - SHOWN)));
  part("next").addEventListener("click", () => search(from + SHOWN));
  part("download").addEventListener("click", () => worker?.postMessage({ ask: "csv" }));
  part("close").addEventListener("click", () => close(root.dataset.closed));
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, awake);
  addEventListener("pagehide", () => close());
  show("without", false);
  show("ask", true);
}
