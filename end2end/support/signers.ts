import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { button, signIn } from './accounts';
import { joinTeam } from './review';
import { type Site, somebody } from './site';

export const listOf = (slug: string) => `/en/account/campaigns/signers/${slug}`;

/** The text of a demo campaign's private key. */
export function keyOf(site: Site, slug: string): string {
  return readFileSync(join(dirname(site.database), 'keys', 'demo', `${slug}.key`), 'utf8');
}

/** Somebody new of a campaign's team opens the page of its signers. */
export async function visitList(site: Site, slug: string): Promise<void> {
  await site.page.context().clearCookies();
  await signIn(site, somebody().email);
  await joinTeam(site, slug);
  await site.visit(listOf(slug));
}

/** The same, and opens the list where scripts run. */
export async function openList(site: Site, slug: string): Promise<void> {
  await visitList(site, slug);
  if (!site.script) return;
  await site.page.getByRole('textbox', { name: 'Private key' }).fill(keyOf(site, slug));
  await button(site, 'Open the list').click();
  await expect(site.page.getByRole('heading', { name: 'Who signed' })).toBeVisible();
}

/** Takes a campaign's keys from it, as if it had been written in a browser. */
export function withoutKey(site: Site, slug: string): void {
  const script = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=20)
with db:
    db.execute("DELETE FROM campaign_keys WHERE campaign_id = (SELECT id FROM campaigns WHERE slug = ?)", (sys.argv[2],))
`;
  execFileSync('python3', ['-c', script, site.database, slug]);
}
