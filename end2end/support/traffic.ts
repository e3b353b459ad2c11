import type { BrowserContext, Page } from '@playwright/test';

/** Everything that passes between a browser and anyone else, and what it keeps or prints: to be searched for what must not be in it. */
export class Traffic {
  private readonly parts: Promise<Buffer>[] = [];

  constructor(private readonly context: BrowserContext) {
    const text = (told: string | null) => told && this.parts.push(Promise.resolve(Buffer.from(told)));
    context.on('request', (request) => {
      text(`${request.method()} ${request.url()}`);
      this.parts.push(request.allHeaders().then((headers) => Buffer.from(JSON.stringify(headers)), nothing));
      const body = request.postDataBuffer();
      if (body) this.parts.push(Promise.resolve(body));
    });
    context.on('response', (response) => {
      this.parts.push(response.allHeaders().then((headers) => Buffer.from(JSON.stringify(headers)), nothing));
      this.parts.push(response.body().catch(nothing));
    });
    context.on('console', (message) => text(`${message.text()} ${message.args().join(' ')}`));
    context.on('page', (page) => this.sockets(page));
    for (const page of context.pages()) this.sockets(page);
  }

  private sockets(page: Page): void {
    page.on('websocket', (socket) => {
      const frame = ({ payload }: { payload: string | Buffer }) => this.parts.push(Promise.resolve(Buffer.from(payload)));
      this.parts.push(Promise.resolve(Buffer.from(socket.url())));
      socket.on('framesent', frame);
      socket.on('framereceived', frame);
    });
  }

  /** All of it so far, with what the browser has stored. */
  async all(page: Page): Promise<Buffer> {
    const stored = await page.evaluate(async () => {
      const kept: unknown[] = [location.href, document.cookie, { ...localStorage }, { ...sessionStorage }, name, history.state];
      for (const { name } of await indexedDB.databases()) kept.push(name);
      for (const name of await caches.keys()) kept.push(name, (await (await caches.open(name)).keys()).map(({ url }) => url));
      return JSON.stringify(kept);
    });
    const cookies = JSON.stringify(await this.context.cookies());
    return Buffer.concat([...(await Promise.all(this.parts)), Buffer.from(stored), Buffer.from(cookies)]);
  }
}

const nothing = () => Buffer.alloc(0);

/** The ways in which a secret could be written down, by name. */
export function disguises(secret: string | Buffer): Record<string, Buffer> {
  const bytes = Buffer.from(secret as string);
  const found: Record<string, Buffer> = {
    bytes,
    reversed: Buffer.from(bytes).reverse(),
    hexadecimal: Buffer.from(bytes.toString('hex')),
    'capital hexadecimal': Buffer.from(bytes.toString('hex').toUpperCase()),
  };
  if (typeof secret === 'string') {
    found['UTF-16'] = Buffer.from(secret, 'utf16le');
    found['percent signs'] = Buffer.from(encodeURIComponent(secret));
    found['a form'] = Buffer.from(new URLSearchParams({ '': secret }).toString().slice(1));
    found.JSON = Buffer.from(JSON.stringify(secret).slice(1, -1));
  } else {
    found['a list of numbers'] = Buffer.from(JSON.stringify([...bytes]).slice(1, -1));
  }
  // Base64 depends on what stands before: its inner digits, for each of the three places a secret can begin at.
  for (const before of [0, 1, 2]) {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').replace(/=+$/, '');
    const inner = whole.slice(before === 0 ? 0 : before + 1, (before + bytes.length) % 3 === 0 ? undefined : -1);
    found[`base64 at ${before}`] = Buffer.from(inner);
    found[`base64url at ${before}`] = Buffer.from(inner.replaceAll('+', '-').replaceAll('/', '_'));
  }
  return found;
}

/** What of these secrets is in the traffic: `secret, as its bytes`. */
export function leaks(traffic: Buffer, secrets: Record<string, string | Buffer>): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    Object.entries(disguises(secret)).flatMap(([how, disguise]) => (disguise.length > 3 && traffic.includes(disguise) ? [`${name}, as ${how}`] : [])),
  );
}

/** The secrets of a private key's text: its rows, with and without hyphens, and the 32 bytes they stand for. */
export function secretsOf(key: string): Record<string, string | Buffer> {
  const rows = key.split('\n').filter((line) => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/.test(line));
  if (rows.length !== 4) throw new Error('This is no private key.');
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const value = (row: string) => [...row.replaceAll('-', '')].reduce((sum, digit) => sum * 32n + BigInt(digits.indexOf(digit)), 0n);
  const seed = Buffer.from(rows.map((row) => (value(row) >> 16n).toString(16).padStart(16, '0')).join(''), 'hex');
  const named = rows.flatMap((row, n): [string, string][] => [
    [`row ${n + 1} of the key`, row],
    [`row ${n + 1} of the key without hyphens`, row.replaceAll('-', '')],
  ]);
  return { ...Object.fromEntries(named), 'the seed of the key': seed, 'half of the seed': seed.subarray(0, 16) };
}
