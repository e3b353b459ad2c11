import { somebody } from '../support/site';
import { expect, test } from '../support/test';
import { DEPORTATIONS, LIBRARY, texts } from '../support/texts';

const t = texts.es;

test('everything can be done in Spanish', async ({ site, page }) => {
  const person = somebody({ name: 'Lucía Ibáñez', reason: `Por los domingos ${Date.now()}`, showReason: true, showName: true });
  const before = await site.count(LIBRARY.slug);
  await site.visit('/es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(site.heading(t.home)).toBeVisible();
  await page.getByRole('link', { name: LIBRARY.es, exact: true }).click();
  await expect(site.heading(LIBRARY.es)).toBeVisible();
  await site.alive();

  site.expectRefusal();
  await site.submit('es').click();
  await expect(page.locator('.summary')).toContainText('Hay que revisar tres cosas');
  await expect(page.locator('#name-error')).toHaveText(t.missingName);
  await site.alive();
  await site.fill(person, 'es');
  await site.submit('es').click();
  await expect(site.heading(t.inbox)).toBeVisible();
  const mail = await site.mail(person.email);
  expect(mail.subject).toBe(t.confirmSubject);
  expect(mail.text).toContain('Este es un mensaje de Undersigned.');
  await expect(page.getByRole('main'), 'the page tells the subject of the mail').toContainText(mail.subject);

  const link = await site.openConfirmation(person, 'es');
  expect(link).toContain('/es/campaigns/');
  await site.pressConfirm('es');
  await expect(page.getByText(t.counts)).toBeVisible();
  expect(await site.count(LIBRARY.slug)).toBe(before + 1);
  await site.openSignature(link, 'es');
  await expect(page.getByText(t.confirmed)).toBeVisible();
  await page.locator('summary').filter({ hasText: t.withdrawOpen }).click();
  await page.getByRole('button', { name: t.withdraw }).click();
  await expect(page.getByText(t.withdrawn)).toBeVisible();
  expect(await site.count(LIBRARY.slug)).toBe(before);
});

test('changing the language keeps the page', async ({ site, page }) => {
  await site.visit(`/en/campaigns/${DEPORTATIONS.slug}`);
  await page.getByRole('banner').getByRole('link', { name: 'Español' }).click();
  await expect(site.heading(DEPORTATIONS.es)).toBeVisible();
  await expect(page).toHaveURL(`/es/campaigns/${DEPORTATIONS.slug}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
  await expect(site.heading(DEPORTATIONS.en)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await site.visit('/en?q=library');
  await page.getByRole('banner').getByRole('link', { name: 'Español' }).click();
  await expect(page).toHaveURL('/es?q=library');
});

test('a page names its other languages', async ({ site, page }) => {
  await site.visit(`/en/campaigns/${DEPORTATIONS.slug}`);
  for (const lang of ['en', 'es']) {
    const link = page.locator(`link[rel="alternate"][hreflang="${lang}"]`);
    await expect(link).toHaveAttribute('href', `${site.origin}/${lang}/campaigns/${DEPORTATIONS.slug}`);
  }
});

test.describe('a reader from Mexico', () => {
  test.use({ locale: 'es-MX' });

  test('is led to Spanish, and to the country that the browser names', async ({ site, page }) => {
    await site.visit('/');
    await expect(page).toHaveURL('/es');
    await site.visit(`/campaigns/${LIBRARY.slug}?source=qr`);
    await expect(page).toHaveURL(`/es/campaigns/${LIBRARY.slug}?source=qr`);
    await expect(page.locator('#country')).toHaveValue('MX');
  });
});
