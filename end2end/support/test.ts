import { type BrowserContext, type Page, test as base, expect } from '@playwright/test';
import { Server } from './server';
import { Site } from './site';

interface Problems {
  list: string[];
  allowed: Set<number>;
}

/** Every story fails on an error that the browser meets while it runs. */
export const test = base.extend<
  { problems: Problems; site: Site; other: Site },
  { untouched: boolean; supporters: number; named: boolean; server: Server }
>({
  // Stories that set it get a server that no story of another file has changed.
  untouched: [false, { scope: 'worker', option: true }],
  // How many people have to support a campaign before it can be submitted.
  supporters: [0, { scope: 'worker', option: true }],
  // Whether the site's address has a name, `localhost`.
  named: [false, { scope: 'worker', option: true }],
  server: [
    async ({ supporters, named }, use) => {
      const server = await Server.start(`[review]\nsupporters = ${supporters}`, named);
      await use(server);
      const log = server.log();
      await server.stop();
      const told = log.split('\n').filter((line) => /@example\.org|%40example\.org|panicked|\/(confirm|signature|link|join)\/[\w-]{8,}/.test(line));
      if (told.length > 0) throw new Error(`The server's log tells what it must not:\n${told.slice(0, 5).join('\n')}`);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ server }, use) => use(server.origin),
  problems: [
    async ({ context, server }, use) => {
      const problems: Problems = { list: [], allowed: new Set() };
      watch(context, server.origin, problems);
      await use(problems);
      expect(problems.list, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
  site: async ({ page, server, problems, javaScriptEnabled }, use) => {
    await use(await siteIn(page, server, javaScriptEnabled !== false, problems));
  },
  // The site in a second browser, which shares nothing with the first.
  other: async ({ browser, server, problems, javaScriptEnabled }, use) => {
    const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled });
    watch(context, server.origin, problems);
    await use(await siteIn(await context.newPage(), server, javaScriptEnabled !== false, problems));
    await context.close();
  },
});

export { expect };

async function siteIn(page: Page, server: Server, script: boolean, problems: Problems): Promise<Site> {
  if (script) await page.addInitScript(noteListeners);
  return new Site(page, server.origin, script, (status) => problems.allowed.add(status), server.database);
}

function watch(context: BrowserContext, origin: string, problems: Problems): void {
  context.on('weberror', (error) => problems.list.push(`uncaught: ${error.error().message}`));
  context.on('console', (message) => {
    const status = /Failed to load resource: the server responded with a status of (\d+)/.exec(message.text())?.[1];
    if (message.type() === 'error' && !(status && problems.allowed.has(Number(status)))) {
      problems.list.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('response', (response) => {
    if (response.status() >= 400 && !problems.allowed.has(response.status())) {
      problems.list.push(`answer: ${response.status()} for ${response.url()}`);
    }
  });
  context.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(`${origin}/`)) {
      problems.list.push(`request to somebody else: ${request.url()}`);
    }
  });
}

/** Runs before the page's own scripts. A page is alive once each form of an island listens to being sent, and each other island has its buttons. */
function noteListeners(): void {
  const seen = new WeakMap<object, Set<string>>();
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, kind: string, ...rest: unknown[]) {
    const target = this ?? globalThis;
    seen.set(target, (seen.get(target) ?? new Set()).add(kind));
    return (add as Function).call(target, kind, ...rest);
  };
  const hears = (target: object, kind: string) => seen.get(target)?.has(kind) ?? false;
  (globalThis as any).__alive = () =>
    [...document.querySelectorAll('leptos-island')].every((island) => {
      const form = island.querySelector('form');
      return form ? hears(form, 'submit') : island.querySelector('button') !== null;
    });
}
