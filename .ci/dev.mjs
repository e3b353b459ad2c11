// `make dev`: builds and serves on ADDR, and does both again on every change; open pages then load themselves anew. It stands as a proxy
// before the server, to whose pages it adds the script that waits for the next build. A build that fails leaves the last server.
import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const { ADDR, DATA } = process.env;
const [, host, port] = /^(.+):(\d+)$/.exec(ADDR) ?? [];
const stop = (why) => (console.error(`make dev: ${why}`), process.exit(1));
let server, inner;
const pages = new Set();

const front = createServer((asked, answer) => {
  if (asked.url === "/.changes") return pages.add(answer.writeHead(200, { "content-type": "text/event-stream" })), answer.flushHeaders();
  const headers = { ...asked.headers, "accept-encoding": "identity" };
  const gone = () => answer.writeHead(503, { refresh: "1" }).end("The server is starting.");
  asked.pipe(request({ host: "127.0.0.1", port: inner, path: asked.url, method: asked.method, headers }, (from) => {
    const nonce = /'nonce-([^']+)'/.exec(from.headers["content-security-policy"])?.[1];
    const page = nonce && /^text\/html/.test(from.headers["content-type"]);
    if (page) delete from.headers["content-length"];
    answer.writeHead(from.statusCode, from.headers);
    from.on("data", (part) => answer.write(part)).on("end", () => answer.end(page && asked.method !== "HEAD" ?
      `<script nonce="${nonce}">new EventSource("/.changes").onmessage=()=>location.reload()</script>` : ""));
  }).on("error", gone));
});
front.on("error", ({ code }) => stop(`${ADDR} cannot be listened on (${code}): name a free address by ADDR=127.0.0.1:3001.`));
if (port) front.listen(port, host); else stop(`ADDR=${ADDR} is not HOST:PORT.`);
process.on("exit", () => server?.kill()).on("SIGINT", () => process.exit(130)).on("SIGTERM", () => process.exit(143));

const files = () => ["app", "server", "style", "public"].flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)));
const newest = () => files().reduce((last, file) => Math.max(last, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0), 0);
const ended = (child) => new Promise((done) => child.once("exit", done));
for (let seen; ; await sleep(300)) {
  const now = newest();
  if (now === seen) continue;
  seen = now;
  if (await ended(spawn("make", ["dev-build"], { stdio: "inherit" }))) continue;
  if (server?.exitCode === null) server.kill(), await ended(server);
  const env = { ...process.env, UNDERSIGNED_PUBLIC_URL: `http://${ADDR}`, UNDERSIGNED_SITE_ROOT: "target/dev" };
  server = spawn(join(env.CARGO_TARGET_DIR, "debug/undersigned"), ["serve", "--addr", "127.0.0.1:0", "--data", DATA], { env, stdio: ["ignore", "pipe", "inherit"] });
  const line = await Promise.race([new Promise((told) => server.stdout.once("data", told)), ended(server)]);
  inner = /listens on http:\/\/[^;]*:(\d+);/.exec(line)?.[1];
  if (inner) console.error(`==> Serving on http://${ADDR} with the data in ${DATA} (Ctrl-C stops)`), pages.forEach((page) => page.write("data:\n\n"));
}
