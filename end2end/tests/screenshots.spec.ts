import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from '../support/test';
import { walks } from '../support/walks';

const SCREENS = fileURLToPath(new URL('../test-results/screens/', import.meta.url));
const PICTURES = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** The pictures of the README: page, width, appearance, and the height that is shown. */
const README: [name: string, width: number, scheme: 'light' | 'dark', height: number][] = [
  ['campaign', 1280, 'light', 900],
  ['campaign', 360, 'dark', 740],
  ['home', 1280, 'light', 900],
  ['thanks', 360, 'light', 740],
];

for (const [name, walk] of Object.entries(walks)) {
  for (const width of [360, 1280]) {
    test(`${name} at ${width}`, { tag: '@script' }, async ({ site, page }) => {
      mkdirSync(SCREENS, { recursive: true });
      await page.setViewportSize({ width, height: width < 400 ? 740 : 900 });
      await walk(site);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `${SCREENS}${name}-${width}-${colorScheme}.png`, fullPage: true });
        for (const [picture, at, scheme, height] of README) {
          if (process.env.SCREENSHOTS !== 'readme' || picture !== name || at !== width || scheme !== colorScheme) continue;
          mkdirSync(PICTURES, { recursive: true });
          await page.setViewportSize({ width, height });
          await page.evaluate(() => scrollTo(0, 0));
          const suffix = name === 'campaign' ? `-${scheme}-${width}` : '';
          await page.screenshot({ path: `${PICTURES}${name}${suffix}.png` });
        }
      }
    });
  }
}
