import { expect, test } from '../support/test';
import { CAMPAIGNS, DEPORTATIONS, LIBRARY, texts } from '../support/texts';

// Other stories publish campaigns, which stand in the list too.
test.use({ untouched: true });

test('the first page says what this is and lists the campaigns', async ({ site, page }) => {
  await site.visit('/en');
  await expect(site.heading(texts.en.home)).toBeVisible();
  await expect(page.locator('.entry')).toHaveCount(CAMPAIGNS.length);
  for (const campaign of CAMPAIGNS) {
    const entry = page.locator('.entry').filter({ hasText: campaign.en });
    await expect(entry.locator('progress')).toBeVisible();
  }
});

test('search finds campaigns by their words, and says when there are none', async ({ site, page }) => {
  await site.visit('/en');
  const search = async (words: string) => {
    await page.getByRole('searchbox').fill(words);
    await page.getByRole('button', { name: 'Search' }).click();
  };
  await search('library sunday');
  await expect(page.getByRole('heading', { level: 2, name: 'Found for “library sunday”' })).toBeVisible();
  await expect(page.locator('.entry')).toHaveCount(1);
  await expect(page.locator('.entry')).toContainText(LIBRARY.en);
  await site.alive();
  await search('</script><b>xyzzy & "more"');
  await expect(page.getByRole('heading', { level: 2, name: 'Nothing found for “</script><b>xyzzy & "more"”' })).toBeVisible();
  await site.alive();
  await page.getByRole('link', { name: 'Show all campaigns' }).click();
  await expect(page.locator('.entry')).toHaveCount(CAMPAIGNS.length);
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('the pages about the site can be read', async ({ site, page }) => {
  await site.visit('/en');
  await page.getByRole('contentinfo').getByRole('link', { name: 'What is stored about you' }).click();
  await expect(site.heading('What is stored about you')).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('banner').getByRole('link', { name: 'About' }).click();
  await expect(site.heading('About Undersigned')).toBeVisible();
});

test('the figures of a campaign can be read as a table', async ({ site, page }) => {
  await site.visit(`/en/campaigns/${DEPORTATIONS.slug}`);
  const table = page.locator('.facts table');
  await expect(table).toBeHidden();
  await page.locator('summary').filter({ hasText: 'Show the numbers' }).click();
  await expect(table).toBeVisible();
});

test('the appearance can be chosen', async ({ site, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await site.visit('/en');
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(paper).not.toBe(light);
  if (site.script) {
    const dark = await paper();
    await site.visit('/en/about');
    expect(await paper(), 'the choice is remembered').toBe(dark);
  }
});

test('search engines and shared links find what they need', async ({ site, page }) => {
  expect(await (await fetch(`${site.origin}/robots.txt`)).text()).toContain('sitemap.xml');
  expect(await (await fetch(`${site.origin}/sitemap.xml`)).text()).toContain(`${site.origin}/en/campaigns/${LIBRARY.slug}`);
  await site.visit(`/en/campaigns/${LIBRARY.slug}`);
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', LIBRARY.en);
  const qr = await fetch(`${site.origin}/qr/${LIBRARY.slug}.svg`);
  expect([qr.status, qr.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
});
