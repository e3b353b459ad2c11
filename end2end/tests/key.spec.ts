import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { button, pressed } from '../support/accounts';
import { TITLE, startDraft, wholeDraft, write } from '../support/drafts';
import { keyOfDraft, makeKey, savedFile, typeAsked } from '../support/keys';
import { asModerator, giveProof } from '../support/review';
import { listOf } from '../support/signers';
import { type Site, somebody } from '../support/site';
import { expect, test } from '../support/test';
import { texts } from '../support/texts';
import { Traffic, leaks, secretsOf } from '../support/traffic';

const t = texts.en;

async function barriers(site: Site): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await site.page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: site.page }).setLegacyMode().analyze();
    found.push(...violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`));
  }
  return found;
}

test('a draft says that it has no key, and its page what one is', async ({ site, page }) => {
  const draft = await startDraft(site);
  await expect(page.getByText('This campaign has no key.')).toBeVisible();
  await write(site, { summary: 'Typed before the key.' });
  await pressed(site, 'Save and make a key', 'The campaign’s key');
  await expect(page).toHaveURL(keyOfDraft(draft));
  await expect(page.getByText('This page needs JavaScript')).toBeVisible({ visible: !site.script });
  await expect(button(site, 'Make a key')).toBeVisible({ visible: site.script });
  await page.getByRole('link', { name: TITLE }).click();
  await expect(page.locator('#summary')).toHaveValue('Typed before the key.');
});

test('a key is made, kept and proved, opens the list, and never passes the network', { tag: '@script' }, async ({ site, other, page, server }) => {
  // A passphrase is tried three times, at some seconds of one processor each.
  test.setTimeout(240_000);
  // No other campaign is similar to it, so that nobody who starts one later is led here first.
  const title = `We ask for ${randomBytes(9).toString('hex')}`;
  const draft = await startDraft(site, title);
  const whole = { ...wholeDraft(), title };
  await write(site, whole);
  await giveProof(site);
  const traffic = new Traffic(page.context());
  await pressed(site, 'Save and make a key', 'The campaign’s key');
  const sheet = await makeKey(site, { copy: true });
  expect(sheet.words).toHaveLength(8);
  expect(await barriers(site)).toEqual([]);

  // On paper stands the sheet and nothing else.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(sheet.groups[3][3], { exact: true })).toBeVisible();
  await expect(page.getByText(sheet.id, { exact: true })).toBeVisible();
  for (const hidden of ['Print the sheet', 'I have kept it']) await expect(page.getByText(hidden)).toBeHidden();
  await expect(page.locator('[data-part="words"]')).toBeHidden();
  await page.screenshot({ path: test.info().outputPath('sheet.png'), fullPage: true });
  await page.emulateMedia({ media: 'screen' });
  expect((await savedFile(site)).replace(/^#.*\n/m, '').trim()).toBe(sheet.text);

  await button(site, 'I have kept it').click();
  await expect(page.getByRole('heading', { name: 'Show that you have kept it' })).toBeFocused();
  await expect(page.getByText(sheet.groups[0][0], { exact: true })).toBeHidden();
  expect(await barriers(site)).toEqual([]);
  await typeAsked(site, sheet, { slip: true });
  await button(site, 'Make it the campaign’s key').click();
  await expect(page.getByText('This is not what was shown.')).toBeVisible();
  expect((await traffic.all(page)).includes('public_key='), 'nothing is sent before it is kept').toBe(false);
  await typeAsked(site, sheet);
  await button(site, 'Make it the campaign’s key').click();
  await expect(site.heading(title)).toBeVisible();
  await expect(page.getByRole('status')).toContainText('The campaign has its key now.');
  await pressed(site, 'Save and look at the key', 'The campaign’s key');
  await expect(page.getByText(`The campaign has the key ${sheet.id}`)).toBeVisible();

  await site.visit(draft);
  await button(site, t.submit).click();
  await expect(page.getByText(t.submitted)).toBeVisible();
  await asModerator(site, async () => {
    await site.visit(`/en/review/campaign/${draft.split('/').at(-1)}`);
    await pressed(site, 'Publish', 'Campaigns that wait');
    await site.visit(`/en/review/campaigns/${whole.slug}/reading`);
    await page.getByRole('radio', { name: 'Names', exact: true }).check();
    await pressed(site, 'Save', 'Who may read the signers');
  });
  await expect.poll(async () => (await fetch(`${site.origin}/en/campaigns/${whole.slug}`)).status).toBe(200);
  await expect.poll(async () => (await fetch(`${site.origin}/en/campaigns/${whole.slug}`)).text()).toContain('locked with a key');
  const signer = somebody({ name: 'Wilhelmina Oyelaran' });
  await other.signAndConfirm(whole.slug, signer);

  // By the words, after a try with others; then by the sheet.
  await site.visit(listOf(whole.slug));
  const row = page.getByRole('row', { name: signer.name });
  const field = page.getByRole('textbox', { name: 'Or the passphrase' });
  await field.fill([...sheet.words].reverse().join(' '));
  await button(site, 'Open the list').click();
  await expect(page.getByText('These are not the words of the passphrase.')).toBeVisible({ timeout: 60_000 });
  await field.fill(sheet.words.join(' '));
  await button(site, 'Open the list').click();
  await expect(row).toBeVisible({ timeout: 60_000 });
  await button(site, 'Close and forget the key').click();
  await page.getByRole('textbox', { name: 'Private key' }).fill(sheet.text);
  await button(site, 'Open the list').click();
  await expect(row).toBeVisible({ timeout: 60_000 });

  const passphrase = Object.fromEntries([' ', '-', '+', ',', '\n', ''].map((between) => [`words joined by "${between}"`, sheet.words.join(between)]));
  const secrets = { ...secretsOf(sheet.text), ...passphrase, name: signer.name };
  const passed = await traffic.all(page);
  expect(leaks(passed, secrets)).toEqual([]);
  // The recording has what the worker sent and fetched, and would have found a secret there.
  expect(passed.includes('public_key=') && passed.includes('undersigned sealed export') && passed.includes('abandon\nability')).toBe(true);
  const data = join(server.folder, 'data');
  const files = readdirSync(data).filter((name) => name.startsWith('undersigned.db'));
  const stored = Buffer.concat(files.map((name) => readFileSync(join(data, name))));
  const { name: _, ...ofTheKey } = secrets;
  expect(leaks(Buffer.concat([stored, Buffer.from(server.log())]), ofTheKey)).toEqual([]);

  await button(site, 'Delete the locked copy').click();
  await expect(page.getByRole('status').filter({ hasText: 'The locked copy is deleted.' })).toBeVisible();
  await expect(field).toHaveCount(0);
});

test('a key that cannot be sent is still there to be sent again, and is forgotten with its page', { tag: '@script' }, async ({ site, page }) => {
  const draft = await startDraft(site);
  await site.visit(keyOfDraft(draft));
  await expect(page.getByRole('checkbox', { name: 'Leave a copy' }), 'a copy asks for a second proof').toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Give the second proof' })).toBeVisible();
  const first = await makeKey(site);
  await site.visit(keyOfDraft(draft));
  await expect(button(site, 'Make a key')).toBeVisible();
  await expect(page.getByText(first.groups[0][0], { exact: true })).toHaveCount(0);

  const sheet = await makeKey(site);
  expect(sheet.id).not.toBe(first.id);
  await button(site, 'I have kept it').click();
  await button(site, 'Back to the sheet').click();
  await expect(page.getByText(sheet.groups[0][0], { exact: true })).toBeVisible();
  await button(site, 'I have kept it').click();
  await typeAsked(site, sheet);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  site.allow(404);
  await button(site, 'Make it the campaign’s key').click();
  await expect(page.getByText('The key could not be sent.')).toBeVisible();
  await page.context().addCookies(cookies);
  await button(site, 'Make it the campaign’s key').click();
  await expect(page.getByRole('status')).toContainText('The campaign has its key now.');

  await site.visit(keyOfDraft(draft));
  await button(site, 'Remove this key').click();
  await expect(page.getByRole('status').filter({ hasText: 'The key is removed.' })).toBeVisible();
  await expect(button(site, 'Make a key')).toBeVisible();
});
