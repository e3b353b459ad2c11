// The page on which a key is made. The worker makes it, the page shows it once, and only the public half and a locked copy are ever sent.
import { absolute, partsOf } from "./parts.js";

const ROWS = 4;
const GROUPS = 4;
const WORDS = 8;
const ASKED = 2;

export function maker(root, { src: source, dataset: { wasm } }) {
  const { part, show, words } = partsOf(root);
  const fields = ["group-0", "group-1", "word-0", "word-1"].map(part);
  let worker, asked, locked;

  const say = (text) => (part("said").textContent = text ?? "");
  const step = (name) => {
    for (const other of ["ask", "keep", "check"]) show(other, other === name);
  };
  const forget = () => {
    worker?.terminate();
    worker = undefined;
    for (const field of fields) field.value = "";
    for (const name of ["id", "header", "rows", "words"]) part(name).replaceChildren();
    step("ask");
  };
  const unable = () => (forget(), say(root.dataset.unable));
  const item = (...children) => {
    const li = document.createElement("li");
    li.append(...children);
    return li;
  };
  const span = (text) => Object.assign(document.createElement("span"), { textContent: text });

  // Two different numbers below `most`, a power of two, so that none is favoured.
  const two = (most) => {
    const chosen = new Set();
    while (chosen.size < ASKED) chosen.add(crypto.getRandomValues(new Uint8Array(1))[0] % most);
    return [...chosen].sort((a, b) => a - b);
  };

  let file;
  const heard = {
    make({ failed, id, text, rows, words: passphrase }) {
      if (failed !== undefined) return unable();
      say();
      file = text;
      part("id").textContent = id;
      part("header").textContent = text.slice(0, text.indexOf("\n"));
      part("rows").replaceChildren(...rows.map((row) => item(...row.split("-").flatMap((group) => [span(group), " "]))));
      part("words").replaceChildren(...passphrase.map((word) => item(word)));
      show("locked", locked);
      step("keep");
      part("sheet").focus();
    },
    check({ failed, wrong }) {
      if (failed !== undefined) return unable();
      for (const [place, field] of fields.entries()) {
        field.toggleAttribute("aria-invalid", false);
        if (place !== wrong) continue;
        field.setAttribute("aria-invalid", "true");
        field.setAttribute("aria-describedby", "said");
        field.focus();
      }
      if (wrong >= 0) return say(root.dataset.mistyped);
      say(root.dataset.setting);
      part("set").disabled = true;
      worker.postMessage({ ask: "send", to: absolute(root.dataset.post), locked });
    },
    send({ failed }) {
      part("set").disabled = false;
      if (failed === undefined) return forget(), location.assign(root.dataset.done);
      say(failed === 422 ? root.dataset.closed : failed === 403 ? root.dataset.proof : root.dataset.failed);
    },
  };

  part("make").addEventListener("click", () => {
    locked = root.querySelector("#copy")?.checked ?? false;
    say(root.dataset.making);
    worker?.terminate();
    worker = new Worker(source);
    worker.onmessage = ({ data }) => Object.entries(data).forEach(([what, told]) => heard[what](told));
    worker.onerror = unable;
    worker.postMessage({ ask: "make", wasm: absolute(wasm), label: root.dataset.label, list: locked && absolute(root.dataset.words) });
  });
  part("print").addEventListener("click", () => print());
  part("file").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file], { type: "text/plain" }));
    link.download = root.dataset.filename;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  });
  part("kept").addEventListener("click", () => {
    asked = { groups: two(ROWS * GROUPS), words: locked ? two(WORDS) : [] };
    for (const [n, at] of asked.groups.entries()) part(`group-${n}-label`).textContent = words("group", Math.floor(at / GROUPS) + 1, (at % GROUPS) + 1);
    for (const [n, at] of asked.words.entries()) part(`word-${n}-label`).textContent = words("word", at + 1);
    show("check-words", locked);
    step("check");
    say();
    part("check-title").focus();
  });
  part("set").addEventListener("click", () => {
    const [groups, typed] = [fields.slice(0, ASKED), fields.slice(ASKED)].map((half) => half.map(({ value }) => value));
    worker.postMessage({
      ask: "check",
      groups: asked.groups.map((at, n) => [Math.floor(at / GROUPS), at % GROUPS, groups[n]]),
      words: asked.words.map((at, n) => [at, typed[n]]),
    });
  });
  part("back").addEventListener("click", () => {
    for (const field of fields) field.value = "";
    say();
    step("keep");
    part("sheet").focus();
  });
  addEventListener("pagehide", () => ((file = undefined), forget()));
  show("without", false);
  show("ask", true);
}
