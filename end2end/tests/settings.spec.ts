import { button } from '../support/accounts';
import { signInAs } from '../support/review';
import { somebody } from '../support/site';
import { expect, test } from '../support/test';
import { DEPORTATIONS, texts } from '../support/texts';

// What is set here holds for the whole house.
test.use({ untouched: true });

const SETTINGS = '/en/house/settings';
const SWITCHES = `${SETTINGS}/switches`;

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
  await button(site, 'Invite').click();
  await expect(page.getByRole('status')).toContainText('Invited.');
  expect((await site.mail(email, 1)).subject).not.toMatch(/campaign/i);
  const row = page.getByRole('listitem').filter({ hasText: email });
  await row.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('status')).toContainText('cannot start campaigns any more');
  await expect(row).toHaveCount(0);
});

test('an admin switches signing off with a word to the public, who keep what they have typed, and on again', async ({ site, page, other }) => {
  const person = somebody();
  await signInAs(site, 'admin');
  await other.visit(`/en/campaigns/${DEPORTATIONS.slug}`);
  await other.fill(person);
  await site.visit(SWITCHES);
  await page.getByLabel('Take no signatures').check();
  await page.getByLabel('Signing: text in English').fill('Under attack.\nBack at noon.');
  await page.getByLabel('Notice in English').fill('We move house tonight.');
  await page.getByLabel('Notice in Español').fill('Nos mudamos esta noche.');
  await button(site, 'Save').click();
  await expect(page.getByRole('status')).toContainText('It is saved.');
  await expect(page.getByRole('complementary', { name: 'Notice of the house' })).toHaveText('We move house tonight.');

  other.expectOff();
  await other.submit().click();
  await expect(other.page.locator('.summary')).toContainText('switched off for now');
  await expect(other.page.getByRole('textbox', { name: texts.en.email, exact: true })).toHaveValue(person.email);
  await other.visit(`/es/campaigns/${DEPORTATIONS.slug}`);
  await expect(other.page.getByRole('region', { name: texts.es.sign, exact: true })).toContainText('no se puede firmar nada');
  await expect(other.page.getByRole('complementary', { name: 'Aviso de la casa' })).toBeVisible();

  await site.visit(SWITCHES);
  await page.getByLabel('Take no signatures').uncheck();
  for (const notice of ['Notice in English', 'Notice in Español']) await page.getByLabel(notice).fill('');
  await button(site, 'Save').click();
  await expect(page.getByRole('status')).toContainText('It is saved.');
  await other.sign(DEPORTATIONS.slug, person);
});

test('an admin keeps a mail domain from signing, which is told beside the address', async ({ site, page, other }) => {
  await signInAs(site, 'admin');
  await site.visit(`${SETTINGS}/blocked`);
  site.expectRefusal({ island: false });
  await page.getByLabel('Blocked mail domains').fill('throwaway.example\nno domain');
  await button(site, 'Save the settings').click();
  await page.getByRole('link', { name: /is no mail domain/ }).click();
  await expect(page.getByLabel('Blocked mail domains')).toBeFocused();
  await page.getByLabel('Blocked mail domains').fill('throwaway.example');
  await button(site, 'Save the settings').click();
  await expect(page.getByRole('status')).toContainText('The lists are saved.');

  await other.visit(`/en/campaigns/${DEPORTATIONS.slug}`);
  await other.fill(somebody({ email: 'rosa@throwaway.example' }));
  other.expectRefusal();
  await other.submit().click();
  await expect(other.page.locator('#email-error')).toContainText('an address of this mail domain');
});
