import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BINARY = join(ROOT, 'target', 'release', 'undersigned');

/** One machine sends everything here, so the limits on networks are those of a crowd. */
const CONFIGURATION = `
[limits]
burst = 100000
per_minute = 100000
per_hour = 100000
`;

/** A server of one's own, with the demo campaigns in a new data folder. */
export class Server {
  private constructor(
    readonly origin: string,
    readonly folder: string,
    private readonly process: ChildProcess,
  ) {}

  /**
   * With more of a configuration than that of all stories. With `named`, its public address is `localhost`: browsers allow passkeys where an
   * address has a name alone.
   */
  static async start(more: string, named: boolean): Promise<Server> {
    if (!existsSync(BINARY)) throw new Error(`${BINARY} is missing: run 'make build' first.`);
    const folder = mkdtempSync(join(tmpdir(), 'undersigned-stories-'));
    const configuration = join(folder, 'stories.toml');
    const port = await freePort();
    const address = `127.0.0.1:${port}`;
    const origin = named ? `http://localhost:${port}` : `http://${address}`;
    writeFileSync(configuration, `public_url = "${origin}"\n${CONFIGURATION}\n${more}\n`);
    const log = openSync(join(folder, 'log'), 'a');
    const variables = Object.entries(process.env).filter(([name]) => !name.startsWith('UNDERSIGNED_'));
    const child = spawn(BINARY, ['serve', '--addr', address, '--data', join(folder, 'data')], {
      cwd: ROOT,
      env: { ...Object.fromEntries(variables), UNDERSIGNED_CONFIG: configuration },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const server = new Server(origin, folder, child);
    await server.ready();
    return server;
  }

  /** The file of its database. */
  get database(): string {
    return join(this.folder, 'data', 'undersigned.db');
  }

  /** What it has written so far. */
  log(): string {
    return readFileSync(join(this.folder, 'log'), 'utf8');
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null) {
      const ended = new Promise((resolve) => this.process.once('exit', resolve));
      this.process.kill('SIGTERM');
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    const end = Date.now() + 30_000;
    while (Date.now() < end && this.process.exitCode === null) {
      const answer = await fetch(`${this.origin}/en`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const log = this.log();
    await this.stop();
    throw new Error(`The server did not become ready:\n${log}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
