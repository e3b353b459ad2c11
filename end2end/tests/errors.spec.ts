import { expect, test } from '../support/test';
import { DEPORTATIONS, LIBRARY, texts } from '../support/texts';

test('an address without a page says so and leads on', async ({ site, page }) => {
  for (const path of ['/en/nowhere', '/nowhere', '/en/campaigns/nothing-of-the-kind', '/en/campaigns/No%20Slug']) {
    await site.visit(path, 404);
    await expect(site.heading(texts.en.notFound)).toBeVisible();
    await expect(page.getByRole('link', { name: texts.en.allCampaigns })).toHaveAttribute('href', '/en');
  }
  await page.getByRole('searchbox').fill('library');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('link', { name: LIBRARY.en, exact: true })).toBeVisible();
});

test('errors are told in Spanish too', async ({ site, page }) => {
  await site.visit('/es/nada', 404);
  await expect(site.heading(texts.es.notFound)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await site.visit(`/es/campaigns/${DEPORTATIONS.slug}/confirm/${'A'.repeat(32)}`, 404);
  await expect(site.heading(texts.es.linkInvalid)).toBeVisible();
});

test('a form that another site sends is refused in our words', async ({ site }) => {
  const answer = await fetch(`${site.origin}/en/campaigns/${DEPORTATIONS.slug}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
    body: 'name=Ana',
  });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('This form was not sent from our pages');
});
