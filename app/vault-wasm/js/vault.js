// Both sides of key holders' pages: each page, and the worker that opens keys and what they open. One file, so that a page can start
// itself as the worker.
import { list } from "./list.js";
import { maker } from "./maker.js";
import { work } from "./worker.js";

if (typeof document === "undefined") work();
else {
  const [signers, newKey] = ["signers", "new-key"].map((id) => document.getElementById(id));
  if (signers) list(signers, document.currentScript);
  if (newKey) maker(newKey, document.currentScript);
}
