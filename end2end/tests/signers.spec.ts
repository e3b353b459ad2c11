import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { pressed, signIn } from '../support/accounts';
import { joinTeam, signInAs } from '../support/review';
import { keyOf, listOf } from '../support/signers';
import { somebody } from '../support/site';
import { expect, test } from '../support/test';
import { DEPORTATIONS, LIBRARY } from '../support/texts';
import { Traffic, leaks, secretsOf } from '../support/traffic';

const list = listOf(DEPORTATIONS.slug);

test('without script the page says how the list is opened elsewhere', async ({ site, page }) => {
  await signIn(site, somebody().email);
  await joinTeam(site, DEPORTATIONS.slug);
  await site.visit(`/en/account/counts/${DEPORTATIONS.slug}`);
  await page.getByRole('link', { name: 'Signers', exact: true }).click();
  await expect(site.heading('Signers')).toBeVisible();
  await expect(page.getByText('This page needs JavaScript')).toBeVisible({ visible: !site.script });
  await expect(page.getByRole('button', { name: 'Open the list' })).toBeVisible({ visible: site.script });
});

test('a key holder opens, searches and downloads the list, and nothing of it passes the network', { tag: '@script' }, async ({ site, page, server }) => {
  const signer = somebody({ name: 'Wilhelmina Oyelaran', country: 'MX', contact: true, postcode: '06140' });
  await site.signAndConfirm(DEPORTATIONS.slug, signer);
  // What the signer has typed was theirs to send. From here on it is the key holder's browser.
  await page.context().clearCookies();
  await signIn(site, somebody().email);
  await joinTeam(site, DEPORTATIONS.slug);
  const key = keyOf(site, DEPORTATIONS.slug);
  const traffic = new Traffic(page.context());

  await site.visit(list);
  const field = page.getByRole('textbox', { name: 'Private key' });
  const open = page.getByRole('button', { name: 'Open the list' });
  await field.fill('undersigned private key 1\nABCD-EFGH-JKMN-PQRS\n');
  await open.click();
  await expect(page.getByText('Line 2 of the key is mistyped.')).toBeVisible();
  await field.fill(keyOf(site, LIBRARY.slug));
  await open.click();
  await expect(page.getByText('this is the wrong key')).toBeVisible();
  await expect(field).toBeEmpty();
  await field.fill(key);
  await open.click();
  const row = page.getByRole('row', { name: signer.name });
  await expect(row).toHaveText(new RegExp(`${signer.name}${signer.email}MX06140`));
  await expect(field).toBeHidden();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`)).toEqual([]);
  }
  await page.getByRole('searchbox').fill('nobody at all');
  await expect(page.getByText('No signer is found.')).toBeVisible();
  await page.getByRole('searchbox').fill('oyelARAN');
  await expect(row).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download all as CSV' }).click();
  const file = readFileSync(await (await downloading).path(), 'utf8');
  expect(file).toMatch(/^\ufeffname,email,country,postcode\r\n/);
  expect(file).toContain(`${signer.name},${signer.email},MX,06140\r\n`);

  const secrets = { name: signer.name, address: signer.email, ...secretsOf(key) };
  const passed = await traffic.all(page);
  expect(leaks(passed, secrets)).toEqual([]);
  // The recording has what the worker fetched, and would have found a secret wherever it goes.
  expect(passed.includes('undersigned sealed export')).toBe(true);
  expect(passed.includes('vault')).toBe(true);
  await page.evaluate(async (row) => {
    localStorage.setItem('kept', 'canary in storage');
    console.log('canary in the console');
    await fetch('/healthz?canary-in-an-address', { headers: { 'x-canary': 'canary in a header' } });
    await fetch(`/healthz?${btoa(`..${row}..`)}`);
  }, key.split('\n')[2]);
  const after = await traffic.all(page);
  for (const canary of ['canary in storage', 'canary in the console', 'canary-in-an-address', 'canary in a header']) expect(after.includes(canary), canary).toBe(true);
  expect(leaks(after, secrets)).toContain('row 1 of the key, as base64 at 2');

  // Nor does the server have any of it afterwards.
  const data = join(server.folder, 'data');
  const files = readdirSync(data).filter((name) => name.startsWith('undersigned.db'));
  expect(files.length).toBeGreaterThan(0);
  const stored = Buffer.concat(files.map((name) => readFileSync(join(data, name))));
  expect(leaks(Buffer.concat([stored, Buffer.from(server.log())]), secrets)).toEqual([]);

  await page.getByRole('button', { name: 'Close and forget the key' }).click();
  await expect(row).toHaveCount(0);
  await expect(page.getByText('The list is closed, and the key forgotten.')).toBeVisible();
  expect(page.workers()).toEqual([]);
});

test('a list of no signers is opened, and a session that has ended is told', { tag: '@script' }, async ({ site, page }) => {
  await signIn(site, somebody().email);
  await joinTeam(site, LIBRARY.slug);
  await site.visit(listOf(LIBRARY.slug));
  await page.getByLabel('Or the key’s file').setInputFiles({ name: 'library.key', mimeType: 'text/plain', buffer: Buffer.from(keyOf(site, LIBRARY.slug)) });
  await page.getByRole('button', { name: 'Open the list' }).click();
  await expect(page.getByRole('heading', { name: 'Who signed' })).toBeFocused();
  await page.getByRole('button', { name: 'Close and forget the key' }).click();
  await page.context().clearCookies();
  site.allow(404);
  await page.getByRole('textbox', { name: 'Private key' }).fill(keyOf(site, LIBRARY.slug));
  await page.getByRole('button', { name: 'Open the list' }).click();
  await expect(page.getByText('The list could not be fetched.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Private key' })).toBeEmpty();
});

test('what the public loads holds nothing of the vault', { tag: '@script' }, async ({ site, page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await site.visit(`/en/campaigns/${DEPORTATIONS.slug}`);
  expect(fetched.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
  expect(fetched.filter((url) => url.includes('vault'))).toEqual([]);
  const wasm = await (await page.request.get(fetched.find((url) => url.endsWith('.wasm'))!)).body();
  const marks = ['undersigned private key', 'undersigned sealed export', 'X-Wing', 'expand 32-byte k'];
  expect(marks.filter((mark) => wasm.includes(mark))).toEqual([]);
  // The vault's own file has these marks, so they are fit to tell.
  await signIn(site, somebody().email);
  await joinTeam(site, DEPORTATIONS.slug);
  await site.visit(list);
  const vault = await page.locator('script[data-wasm]').getAttribute('data-wasm');
  const own = await (await page.request.get(vault!)).body();
  expect(marks.filter((mark) => !own.includes(mark))).toEqual([]);
});

test('a moderator allows names, and the form says so before anyone signs', async ({ site, other, page }) => {
  await signInAs(site, 'moderator');
  await site.visit(`/en/review/campaigns/${LIBRARY.slug}`);
  await page.getByRole('link', { name: 'Who may read the signers' }).click();
  await expect(page.getByRole('radio', { name: 'Names', exact: true })).toBeChecked();
  await page.getByRole('radio', { name: 'Counts only' }).check();
  await pressed(site, 'Save', 'Who may read the signers');
  await expect(page.getByText('Saved.')).toBeVisible();
  await other.visit(`/en/campaigns/${LIBRARY.slug}`);
  await expect(other.page.getByText('The campaign’s team sees numbers only.')).toBeVisible();
  await page.getByRole('radio', { name: 'Names, and addresses' }).check();
  await pressed(site, 'Save', 'Who may read the signers');
  await expect(page.getByRole('radio', { name: 'Names, and addresses' })).toBeChecked();
  await other.visit(`/en/campaigns/${LIBRARY.slug}`);
  await expect(other.page.getByText('and your address if you tick it')).toBeVisible();
  await page.getByRole('radio', { name: 'Names', exact: true }).check();
  await pressed(site, 'Save', 'Who may read the signers');
});
