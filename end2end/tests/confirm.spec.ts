import { codeOf, linkOf } from '../support/outbox';
import { somebody } from '../support/site';
import { expect, test } from '../support/test';
import { DEPORTATIONS, LIBRARY, texts } from '../support/texts';

const t = texts.en;

test('the code from the mail confirms too', async ({ site, page }) => {
  const person = somebody();
  const before = await site.count(DEPORTATIONS.slug);
  await site.sign(DEPORTATIONS.slug, person);
  await page.getByRole('textbox', { name: t.code }).fill(codeOf(await site.mail(person.email)));
  await site.pressConfirm();
  await expect(page.getByText(t.counts)).toBeVisible();
  expect(await site.count(DEPORTATIONS.slug)).toBe(before + 1);
});

test('a wrong code is refused beside its field, and the right one still works', async ({ site, page }) => {
  const person = somebody();
  const before = await site.count(DEPORTATIONS.slug);
  await site.sign(DEPORTATIONS.slug, person);
  const right = codeOf(await site.mail(person.email));
  const wrong = right.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  const field = page.getByRole('textbox', { name: t.code });
  const attempts: [string, string][] = [['', t.missingCode], ['12', t.wrongCode], [wrong, t.wrongCode]];
  for (const [code, complaint] of attempts) {
    await field.fill(code);
    site.expectRefusal({ island: false });
    await page.getByRole('button', { name: t.confirmButton }).click();
    await expect(page.locator('#code-error')).toHaveText(complaint);
    await expect(page.locator('.summary')).toBeFocused();
    await expect(field).toHaveValue(code);
    await site.alive();
  }
  expect(await site.count(DEPORTATIONS.slug)).toBe(before);
  await field.fill(right);
  await site.pressConfirm();
  expect(await site.count(DEPORTATIONS.slug)).toBe(before + 1);
});

test('a link that is unknown or cut short leads back to the campaign', async ({ site, page }) => {
  await site.visit(`/en/campaigns/${DEPORTATIONS.slug}/confirm/${'A'.repeat(32)}`, 404);
  await expect(site.heading(t.linkInvalid)).toBeVisible();
  await page.getByRole('link', { name: t.toCampaign }).click();
  await expect(site.heading(DEPORTATIONS.en)).toBeVisible();
  await expect(site.submit()).toBeVisible();
  await site.visit(`/en/campaigns/${DEPORTATIONS.slug}/signature/short`, 404);
  await expect(site.heading(t.linkInvalid)).toBeVisible();
});

test('a link of another campaign confirms nothing here', async ({ site }) => {
  const person = somebody();
  const before = await site.count(LIBRARY.slug);
  await site.sign(DEPORTATIONS.slug, person);
  const link = linkOf(await site.mail(person.email));
  await site.visit(link.replace(DEPORTATIONS.slug, LIBRARY.slug), 404);
  await expect(site.heading(t.linkInvalid)).toBeVisible();
  expect(await site.count(LIBRARY.slug)).toBe(before);
});

test('what was ticked is shown once it is confirmed', async ({ site, page }) => {
  const person = somebody({ name: 'Shown Person', reason: `Open on Sundays ${Date.now()}`, showReason: true, showName: true });
  await site.signAndConfirm(LIBRARY.slug, person);
  await site.visit(`/en/campaigns/${LIBRARY.slug}`);
  const shown = page.locator('.reasons li').filter({ hasText: person.reason });
  await expect(shown).toContainText('Shown Person');
});

test('whoever owns the mailbox can untick name and reason before confirming', async ({ site, page }) => {
  const person = somebody({ name: 'Hidden Person', reason: `Not my words ${Date.now()}`, showReason: true, showName: true });
  const before = await site.count(LIBRARY.slug);
  await site.sign(LIBRARY.slug, person);
  const link = await site.openConfirmation(person);
  for (const name of [t.publicReason, t.publicName]) {
    const box = page.getByRole('checkbox', { name });
    await expect(box).toBeChecked();
    await box.uncheck();
  }
  await site.pressConfirm();
  await site.visit(`/en/campaigns/${LIBRARY.slug}`);
  await expect(page.getByText(person.reason ?? '')).toHaveCount(0);
  await site.openSignature(link);
  await expect(page.locator('.facts-list')).toContainText(t.nothing);
  expect(await site.count(LIBRARY.slug)).toBe(before + 1);
});

test('a reason can stay without the name', async ({ site, page }) => {
  const person = somebody({ name: 'Nameless Person', reason: `Without a name ${Date.now()}`, showReason: true, showName: true });
  await site.sign(LIBRARY.slug, person);
  await site.openConfirmation(person);
  await page.getByRole('checkbox', { name: t.publicName }).uncheck();
  await site.pressConfirm();
  await site.visit(`/en/campaigns/${LIBRARY.slug}`);
  await expect(page.locator('.reasons li').filter({ hasText: person.reason })).toBeVisible();
  await expect(page.getByText('Nameless Person')).toHaveCount(0);
});
