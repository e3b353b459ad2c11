import { button, pressed } from '../support/accounts';
import { signInAs } from '../support/review';
import { somebody } from '../support/site';
import { expect, test } from '../support/test';

const SETTINGS = '/en/house/settings';

test('two admins change settings, and neither overwrites unseen what the other has saved', async ({ site, page, other }) => {
  for (const admin of [site, other]) {
    await signInAs(admin, 'admin');
    await admin.visit(SETTINGS);
  }
  const number = (1_000 + Math.floor(Math.random() * 1_000_000_000) % 90_000).toString();
  await page.getByLabel('Forms of a network in an hour').fill(number);
  await button(site, 'Save the settings').click();
  await expect(page.getByRole('status')).toContainText('The settings are saved.');

  const days = other.page.getByLabel('Days until it is overdue');
  await days.fill('9');
  other.expectRefusal({ island: false });
  await button(other, 'Save the settings').click();
  await expect(other.page.locator('.summary')).toBeFocused();
  await expect(other.page.locator('.summary')).toContainText('Somebody else has changed the settings meanwhile');
  await expect(days).toHaveValue('9');
  await expect(other.page.locator('#forms_an_hour-help')).toContainText(`Saved at the moment: ${number}`);
  await other.page.getByLabel('Forms of a network in an hour').fill('100000');
  await days.fill('7');
  await button(other, 'Save the settings').click();
  await expect(other.page.getByRole('status')).toContainText('The settings are saved.');
  await other.page.getByRole('link', { name: 'Log', exact: true }).click();
  await expect(other.page.getByRole('main')).toContainText(`${number} -> 100000`);
});

test('an admin invites somebody to start campaigns, and takes it back', async ({ site, page }) => {
  const { email } = somebody();
  await signInAs(site, 'admin');
  await site.visit(SETTINGS);
  await page.getByRole('link', { name: 'Who is invited to start campaigns' }).click();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await pressed(site, 'Invite', 'Invited.');
  expect((await site.mail(email, 1)).subject).not.toMatch(/campaign/i);
  const row = page.getByRole('listitem').filter({ hasText: email });
  await row.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('status')).toContainText('cannot start campaigns any more');
  await expect(row).toHaveCount(0);
});
