import { somebody } from '../support/site';
import { expect, test } from '../support/test';
import { DEPORTATIONS, LIBRARY, texts } from '../support/texts';

const t = texts.en;

test('name and reason can be hidden, and the signature goes on counting', async ({ site, page }) => {
  const person = somebody({ name: 'Brave Person', reason: `Brave words ${Date.now()}`, showReason: true, showName: true });
  const link = await site.signAndConfirm(LIBRARY.slug, person);
  const count = await site.count(LIBRARY.slug);
  await page.getByRole('main').getByRole('link', { name: t.mine }).click();
  await expect(site.heading(t.mine)).toBeVisible();
  await site.alive();
  await expect(page.locator('.facts-list')).toContainText('Name and reason');
  await page.getByRole('button', { name: t.hide }).click();
  await expect(page.getByText('Saved. Nothing of yours is shown any more.')).toBeVisible();
  await expect(page.locator('.facts-list')).toContainText(t.nothing);
  await expect(page.getByRole('button', { name: t.hide })).toHaveCount(0);
  await site.visit(`/en/campaigns/${LIBRARY.slug}`);
  await expect(page.getByText(person.reason ?? '')).toHaveCount(0);
  expect(await site.count(LIBRARY.slug)).toBe(count);
  await site.openSignature(link);
  await expect(page.getByText(t.confirmed)).toBeVisible();
});

test('a signature can be withdrawn, and made again', async ({ site, page }) => {
  const person = somebody();
  const before = await site.count(DEPORTATIONS.slug);
  const link = await site.signAndConfirm(DEPORTATIONS.slug, person);
  expect(await site.count(DEPORTATIONS.slug)).toBe(before + 1);
  await site.openSignature(link);
  const button = page.getByRole('button', { name: t.withdraw });
  await expect(button, 'one press cannot withdraw').toBeHidden();
  await page.locator('summary').filter({ hasText: t.withdrawOpen }).click();
  await button.click();
  await expect(page.getByText(t.withdrawn)).toBeVisible();
  await expect(button).toHaveCount(0);
  expect(await site.count(DEPORTATIONS.slug)).toBe(before);
  await site.openSignature(link);
  await expect(page.getByText(t.withdrawn)).toBeVisible();

  await site.sign(DEPORTATIONS.slug, person);
  const again = await site.mail(person.email, 2);
  expect(again.subject).toBe(t.confirmSubject);
});

test('a reason that a person has yet to read is not shown', async ({ site, page }) => {
  const person = somebody({ reason: `To be read first ${Date.now()}`, showReason: true, showName: true });
  const link = await site.signAndConfirm(DEPORTATIONS.slug, person);
  await site.visit(`/en/campaigns/${DEPORTATIONS.slug}`);
  await expect(page.getByText(person.reason ?? '')).toHaveCount(0);
  await site.openSignature(link);
  await expect(page.locator('.facts-list')).toContainText('Name and reason, once a person has read it');
});

test('pages of a signature are kept by no cache and named to no search engine', async ({ site, page }) => {
  const link = await site.signAndConfirm(DEPORTATIONS.slug, somebody());
  const answer = await page.goto(link);
  expect(answer?.headers()['cache-control']).toContain('no-store');
  await site.alive();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
});
