import { button, signIn } from '../support/accounts';
import { countedRule, stands } from '../support/invalidation';
import { somebody } from '../support/site';
import { expect, test } from '../support/test';
import { LIBRARY } from '../support/texts';

const RULES = '/en/house/invalidation';

test('an admin takes signatures off a count, which the public reads, and puts them back', async ({ site, page, other }) => {
  await countedRule(site);
  await expect(page.getByRole('main')).toContainText('Fewer than ten signatures agree');
  await button(site, 'Take them off the count').click();
  await expect(page.getByRole('status')).toContainText('The rule is applied.');
  await stands(site, 'Applied');
  const removed = other.page.getByRole('region', { name: 'Taken off the count' });
  await expect(async () => {
    await other.visit(`/en/campaigns/${LIBRARY.slug}`);
    await expect(removed.getByRole('listitem').first()).toContainText(/fewer than ten signatures:\s*They were sent by a program\./, { timeout: 1_000 });
  }).toPass();
  await button(site, 'Put them back').click();
  await stands(site, 'Undone');
  await expect(async () => {
    await other.visit(`/es/campaigns/${LIBRARY.slug}`);
    await expect(other.page.getByRole('region', { name: 'Quitadas del recuento' })).toContainText('vuelven a contar', { timeout: 1_000 });
  }).toPass();
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('Put signatures back that a rule had taken off');
});

test('a rule without a reason comes back as it was typed, and one that was not applied can be forgotten', async ({ site, page }) => {
  await countedRule(site);
  await button(site, 'Forget this rule').click();
  await expect(page.getByRole('status')).toContainText('The rule is forgotten.');
  await page.getByLabel('Mail domain').fill('no domain');
  await page.getByLabel('Only those confirmed within ten seconds').check();
  site.expectRefusal({ island: false });
  await button(site, 'Count what agrees').click();
  await expect(page.locator('.summary')).toBeFocused();
  await expect(page.getByLabel('Mail domain')).toHaveValue('no domain');
  await expect(page.getByLabel('Only those confirmed within ten seconds')).toBeChecked();
  await page.getByRole('link', { name: 'Enter a domain, like mail.example.' }).click();
  await expect(page.getByLabel('Mail domain')).toBeFocused();
});

test('rules are not to be found by others', async ({ site }) => {
  await site.visit(RULES);
  await expect(site.heading('Sign in')).toBeVisible();
  await signIn(site, somebody().email);
  await site.visit(RULES, 404);
});
