import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { button, pressed } from '../support/accounts';
import { asModerator, published, signInAs } from '../support/review';
import { type Site, somebody } from '../support/site';
import { expect, test } from '../support/test';
import { texts } from '../support/texts';

const t = texts.en;

/** The rows of a file of counts, the names of its columns first, as the format itself holds them. */
function rows(format: string, path: string): string[][] {
  if (format === 'CSV') return readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => line.split(','));
  if (format === 'JSON') {
    const objects: Record<string, unknown>[] = JSON.parse(readFileSync(path, 'utf8'));
    return [Object.keys(objects[0]), ...objects.map((row) => Object.values(row).map(String))];
  }
  // The text of each cell, be it written there or among the shared texts (ECMA-376, part 1, 18.3.1.4 and 18.4.9).
  const script = `
import json, sys, xml.etree.ElementTree as tree, zipfile
n = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
book = zipfile.ZipFile(sys.argv[1])
shared = []
if "xl/sharedStrings.xml" in book.namelist():
    shared = ["".join(text.itertext()) for text in tree.fromstring(book.read("xl/sharedStrings.xml")).iter(n + "si")]
sheet = tree.fromstring(book.read("xl/worksheets/sheet1.xml"))
def cell(c):
    text = "".join(part.text or "" for part in c.iter() if part.tag in (n + "v", n + "t"))
    return shared[int(text)] if c.get("t") == "s" else text
print(json.dumps([[cell(c) for c in row.iter(n + "c")] for row in sheet.iter(n + "row")]))
`;
  return JSON.parse(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }));
}

/** What an admin downloads of a campaign by country, in one format. */
async function exported(admin: Site, slug: string, format: 'CSV' | 'XLSX (Excel)' | 'JSON'): Promise<string[][]> {
  await admin.visit(`/en/house/counts?campaign=${slug}&by=country&column=signed&column=confirmed&column=withdrawn&exact=on`);
  const download = admin.page.waitForEvent('download');
  await button(admin, `Download as ${format}`).click();
  return rows(format, await (await download).path());
}

test('a campaign’s whole life: written, published, signed, counted, told of, unsubscribed from and closed', async ({ site, page, other }) => {
  test.setTimeout(120_000);
  const { title, slug } = await published(site);

  // Ana has asked for updates, Ben lives elsewhere and leaves again, Cora never opens her mail.
  const ana = somebody({ name: 'Ana', country: 'US', updates: true });
  const ben = somebody({ name: 'Ben', country: 'MX' });
  const cora = somebody({ name: 'Cora', country: 'US' });
  await other.signAndConfirm(slug, ana);
  const link = await other.signAndConfirm(slug, ben);
  await other.sign(slug, cora);
  expect(await other.count(slug)).toBe(2);
  await other.openSignature(link);
  await other.page.locator('summary').filter({ hasText: t.withdrawOpen }).click();
  await other.page.getByRole('button', { name: t.withdraw }).click();
  await expect(other.page.getByText(t.withdrawn)).toBeVisible();

  // Its team sees the total, and nothing of so few; an admin's files hold exactly what was done.
  await site.visit(`/en/account/counts/${slug}`);
  await expect(site.shownCount()).toHaveText('1');
  await expect(page.getByRole('main')).toContainText('Not enough signatures yet to show this without giving anyone away.');
  await expect(page.getByRole('main')).not.toContainText('Mexico');
  await signInAs(other, 'admin');
  const counts = [
    ['campaign', 'country', 'signed', 'confirmed', 'withdrawn'],
    [slug, 'MX', '1', '1', '1'],
    [slug, 'US', '2', '1', '0'],
  ];
  for (const format of ['CSV', 'XLSX (Excel)', 'JSON'] as const) expect(await exported(other, slug, format), format).toEqual(counts);

  // An update is read by a moderator, then mailed to the one who asked.
  await site.visit(`/en/account/campaigns/updates/${slug}`);
  await button(site, 'Write an update').click();
  await page.getByLabel('What has happened, in one line?').fill('The council has agreed');
  await page.getByLabel('The update', { exact: true }).fill('Line 9 runs **at night** from May.');
  await button(site, 'Submit for review').click();
  await expect(page.getByRole('main')).toContainText('It waits for a moderator.');
  const update = new URL(page.url()).pathname;
  await asModerator(site, async () => {
    await site.visit(`/en/review/updates/${update.split('/').at(-1)}`);
    await pressed(site, 'Make it public', 'Updates that wait for review');
  });
  await site.visit(update);
  await page.locator('summary').filter({ hasText: 'Mail this update' }).click();
  await button(site, 'Yes, mail it now').click();
  const { text } = await site.mail(ana.email, 2);
  expect(text).toContain('Line 9 runs');
  for (const { email } of [ben, cora]) expect((await site.mails(email)).length, 'nobody else is written to').toBe(1);

  const stop = text.match(/https?:\/\/\S+\/unsubscribe\/\S+/)?.[0] ?? '';
  await other.visit(stop);
  await button(other, 'Send me no more updates').click();
  await expect(other.page.getByText('You get no more updates on this campaign.')).toBeVisible();
  expect(await other.count(slug), 'the signature goes on counting').toBe(1);

  // Closed early, it says so, shows what it has come to, and takes nobody more.
  await site.visit(`/en/account/campaigns/run/${slug}`);
  await page.getByRole('checkbox', { name: 'Yes, close it now' }).check();
  await button(site, 'Close now').click();
  await expect(page.getByRole('status')).toContainText('Saved.');
  await expect(async () => {
    await other.visit(`/en/campaigns/${slug}`);
    await expect(other.submit()).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await expect(other.page.getByRole('main')).toContainText('Line 9 runs');
  await expect(other.heading(title)).toBeVisible();
  expect(await other.count(slug)).toBe(1);
});
