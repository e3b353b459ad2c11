// The page of the signers' list. The key goes from the field to the worker and nowhere else.
import { absolute, partsOf } from "./parts.js";

const COLUMNS = 4;
const SHOWN = 100;
const IDLE = 10 * 60 * 1000;

export function list(root, { src: source, dataset: { wasm } }) {
  const { part, show, words } = partsOf(root);
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let worker, idle, from = 0, found = 0;

  const close = (why) => {
    worker?.terminate();
    worker = undefined;
    clearTimeout(idle);
    for (const name of ["key", "file", "passphrase", "search"]) if (part(name)) part(name).value = "";
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
  const search = (at) => worker?.postMessage({ ask: "search", text: part("search").value, from: (from = at), shown: SHOWN });

  const heard = {
    progress(n) {
      part("progress").value = n;
      part("progress-text").textContent = words("working", number.format(n), number.format(part("progress").max));
    },
    open({ refused, failed, opened, shut }) {
      if (refused === "passphrase") return close(root.dataset.passphrase), part("passphrase").focus();
      if (refused !== undefined) return close(refused.startsWith("line ") ? words("line", refused.slice(5)) : root.dataset.nokey), part("key").focus();
      if (failed === 403) return close(root.dataset.proof);
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
    const passphrase = key.trim() ? "" : (part("passphrase")?.value.trim() ?? "");
    const copy = passphrase && root.dataset.copy;
    close();
    show("ask", false);
    show("working", true);
    worker = new Worker(source);
    worker.onmessage = ({ data }) => Object.entries(data).forEach(([what, told]) => heard[what](told));
    worker.onerror = () => close(root.dataset.failed);
    heard.progress(0);
    worker.postMessage({ ask: "open", key, passphrase, copy: copy && absolute(copy), wasm: absolute(wasm), rows: absolute(root.dataset.rows), shown: SHOWN });
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
