// Puts target/site together from what the Makefile's rules left in target/front, and from public/: names with a hash of the content
// (so browsers may keep them for good), a .br and a .gz beside whatever shrinks, and target/front/hash.txt, which tells the server
// the names. The new folder is complete before it takes the place of the old one.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const front = "target/front";
const site = "target/site";
const next = "target/site.new";
const old = "target/site.old";
const compressible = new Set([".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest", ".xml"]);

rmSync(next, { recursive: true, force: true });
rmSync(old, { recursive: true, force: true });
if (existsSync("public")) cpSync("public", next, { recursive: true });
mkdirSync(join(next, "pkg"), { recursive: true });

const built = { js: "undersigned.js", wasm: "undersigned.wasm", css: "undersigned.css", "vault-js": "vault.js", "vault-wasm": "vault.wasm" };
const names = Object.entries(built).map(([key, file]) => {
  const bytes = readFileSync(join(front, file));
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const [name, kind] = file.split(".");
  writeFileSync(join(next, "pkg", `${name}.${hash}.${kind}`), bytes);
  return `${key}: ${hash}\n`;
});

const compress = async (file) => {
  const bytes = readFileSync(file);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  if (br.length < bytes.length) writeFileSync(`${file}.br`, br);
  if (gz.length < bytes.length) writeFileSync(`${file}.gz`, gz);
  return { file, raw: bytes.length, brotli: br.length };
};
const files = readdirSync(next, { recursive: true })
  .map((name) => join(next, name))
  .filter((file) => compressible.has(extname(file)) && statSync(file).isFile());
const sizes = await Promise.all(files.map(compress));
for (const { file, raw, brotli } of sizes.filter(({ file }) => file.startsWith(join(next, "pkg")))) {
  console.error(`    ${file.slice(next.length)}: ${raw.toLocaleString("en")} bytes, ${brotli.toLocaleString("en")} in brotli`);
}

writeFileSync(join(front, "hash.txt"), names.join(""));
if (existsSync(site)) renameSync(site, old);
renameSync(next, site);
rmSync(old, { recursive: true, force: true });
