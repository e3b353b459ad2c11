import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { button } from '../support/accounts';
import { keyOf, visitList } from '../support/signers';
import { expect, test } from '../support/test';
import { DEPORTATIONS } from '../support/texts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SIGNERS = 100_000;
/** Seconds. */
const LIMIT = 60;

/** Puts signers into the database, sealed as the server seals them: 140 an hour. */
const FILL = `
import sqlite3, subprocess, sys
db = sqlite3.connect(sys.argv[1], timeout=60, isolation_level=None)
campaign = db.execute("SELECT hex(id) FROM campaigns WHERE slug = ?", (sys.argv[3],)).fetchone()[0]
many = ["cargo", "run", "-q", "--release", "-p", "vault", "--features", "seal", "--example", "many", "--", sys.argv[2], campaign, sys.argv[4]]
db.executescript(subprocess.run(many, stdout=subprocess.PIPE, check=True, text=True).stdout)
`;

test('a list of 100,000 signers is opened in under a minute', { tag: '@script' }, async ({ site, page, server }) => {
  test.setTimeout(900_000);
  const key = join(server.folder, 'data', 'keys', 'demo', `${DEPORTATIONS.slug}.key`);
  execFileSync('python3', ['-c', FILL, site.database, key, DEPORTATIONS.slug, String(SIGNERS)], { cwd: ROOT, stdio: 'inherit' });
  await visitList(site, DEPORTATIONS.slug);
  await page.getByRole('textbox', { name: 'Private key' }).fill(keyOf(site, DEPORTATIONS.slug));
  const begun = Date.now();
  await button(site, 'Open the list').click();
  await expect(page.getByText('Signers opened: 100,000.')).toBeVisible({ timeout: 300_000 });
  const opened = (Date.now() - begun) / 1000;
  await page.getByRole('searchbox').fill('número 99999');
  const searched = Date.now();
  await expect(page.getByText('1 to 1 of 1')).toBeVisible();
  console.log(`${SIGNERS.toLocaleString('en')} signers: opened in ${opened} s, searched in ${(Date.now() - searched) / 1000} s`);
  expect(opened).toBeLessThan(LIMIT);
});
