import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { dirname } from 'node:path';
import { button, signIn } from '../support/accounts';
import { walks } from '../support/walks';
import { BINARY } from '../support/server';
import { somebody } from '../support/site';
import { expect, test } from '../support/test';
import { CROSSING } from '../support/texts';

/** The six digits that an app shows for a secret at this moment (RFC 6238). */
function digits(secret: string): string {
  const bits = [...secret.replace(/\s/g, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(step).digest();
  const at = mac[19] & 15;
  return ((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).toString().padStart(6, '0');
}

test('whoever runs the server makes an admin, who proves by an app who it is, invites a moderator and reads the log', async ({ site, page }) => {
  const [{ email }, moderator] = [somebody(), somebody()];
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('UNDERSIGNED_')));
  execFileSync(BINARY, ['--data', dirname(site.database), 'admin', 'invite', email], { env: environment });
  await site.mail(email, 1);
  await signIn(site, email, 2);
  // The page asks for the second proof, and leads back when it is given.
  await site.visit('/en/house/people');
  await expect(site.heading('Second proof')).toBeVisible();
  const secret = await page.locator('.secret').innerText();
  const code = page.getByRole('textbox');
  site.expectRefusal({ island: false });
  await code.fill('000000');
  await button(site, 'Set it up').click();
  await expect(page.locator('.summary')).toBeFocused();
  await expect(page.locator('.secret'), 'the same secret, so that the app need not be told again').toHaveText(secret);
  await code.fill(digits(secret));
  await button(site, 'Set it up').click();
  await expect(site.heading('People')).toBeVisible();

  await page.getByRole('textbox', { name: 'E-mail' }).fill(moderator.email);
  await button(site, 'Invite').click();
  await expect(page.getByRole('status')).toContainText('Invited.');
  await expect(page.getByRole('main')).toContainText(moderator.email);
  expect((await site.mail(moderator.email, 1)).subject, 'a lock screen shows it').not.toMatch(/moderat|admin/i);
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await expect(site.heading('Log')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Invited to help in the house');
});

test('a reply is read by a moderator before the public', async ({ site, page, other }) => {
  await walks['review-replies'](other);
  await expect(other.page.getByRole('main')).toContainText('The mayor');
  await site.visit(`/en/campaigns/${CROSSING.slug}`);
  await expect(page.getByRole('main')).not.toContainText('The mayor');
  await button(other, 'Show it on the page').first().click();
  await expect(other.page.getByRole('status')).toBeVisible();
  await site.visit(`/en/campaigns/${CROSSING.slug}`);
  await expect(page.getByRole('region', { name: 'The reply' })).toContainText('We will look into it.');
});
