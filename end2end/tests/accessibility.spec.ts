import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/test';
import { walks } from '../support/walks';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const [name, walk] of Object.entries(walks)) {
  test(`${name}: no barrier that axe finds, in light and dark`, { tag: '@script' }, async ({ site, page }) => {
    await walk(site);
    for (const details of await page.locator('details').all()) await details.evaluate((details) => details.setAttribute('open', ''));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
      const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`);
      expect(told, colorScheme).toEqual([]);
    }
  });

  test(`${name}: fits a narrow screen`, async ({ site, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await walk(site);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await expect(page.locator('html')).toHaveAttribute('lang', /^(en|es)$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  });
}
