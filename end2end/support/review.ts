import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import { button, pressed, signIn } from './accounts';
import { startDraft, wholeDraft, write } from './drafts';
import { type Site, somebody } from './site';
import { type Lang, texts } from './texts';

/** Sets the role of the account that is signed in, and that it has proved who uses it, as the command line and the page of codes would. */
async function promote(site: Site, role: 'campaigner' | 'moderator' | 'admin'): Promise<void> {
  const cookie = (await site.page.context().cookies()).find(({ name }) => name === 'undersigned-session');
  const hash = createHash('sha256').update(cookie?.value ?? '').digest('hex');
  const script = `
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], timeout=20)
account = "SELECT account_id FROM sessions WHERE token_hash = ?"
with db:
    db.execute("UPDATE sessions SET proved_at = ? WHERE token_hash = ?", (int(time.time() * 1e6), bytes.fromhex(sys.argv[2])))
    done = db.execute(f"UPDATE accounts SET role = ? WHERE id = ({account})", (sys.argv[3], bytes.fromhex(sys.argv[2])))
    assert done.rowcount == 1, "nobody is signed in"
`;
  execFileSync('python3', ['-c', script, site.database, hash, role]);
}

/** Has the browser that is signed in give the second proof, as the page of codes would. */
export const giveProof = (site: Site) => promote(site, 'campaigner');

/** Adds the account that is signed in to the team of a public campaign, as an invitation would. */
export async function joinTeam(site: Site, slug: string): Promise<void> {
  const cookie = (await site.page.context().cookies()).find(({ name }) => name === 'undersigned-session');
  const hash = createHash('sha256').update(cookie?.value ?? '').digest('hex');
  const script = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=20)
with db:
    done = db.execute("INSERT INTO team_members (team_id, account_id, role) SELECT c.team_id, s.account_id, 'owner' "
        "FROM campaigns c, sessions s WHERE c.slug = ? AND s.token_hash = ?", (sys.argv[3], bytes.fromhex(sys.argv[2])))
    assert done.rowcount == 1, "nobody is signed in"
`;
  execFileSync('python3', ['-c', script, site.database, hash, slug]);
}

/** Signs in somebody new as a moderator or an admin; returns the address. */
export async function signInAs(site: Site, role: 'moderator' | 'admin', lang: Lang = 'en'): Promise<string> {
  const { email } = somebody();
  // Whoever was signed in in this browser is not any more.
  await site.page.context().clearCookies();
  await signIn(site, email, 1, lang);
  await promote(site, role);
  return email;
}

/** Somebody new submits a campaign; returns its title, the path of the draft and that of its page in review. */
export async function submitted(site: Site): Promise<{ title: string; slug: string; draft: string; review: string }> {
  const whole = wholeDraft();
  // No two of these are similar, so that none is led to another first.
  const title = `We ask for ${randomBytes(9).toString('hex')}`;
  const draft = await startDraft(site, title);
  await write(site, { ...whole, title });
  await button(site, texts.en.submit).click();
  await expect(site.page.getByText(texts.en.submitted)).toBeVisible();
  return { title, slug: whole.slug, draft, review: `/en/review/campaign/${draft.split('/').at(-1)}` };
}

/** Does something as a moderator, then goes on as whoever was signed in. */
export async function asModerator(site: Site, act: () => Promise<void>): Promise<void> {
  const context = site.page.context();
  const cookies = await context.cookies();
  await signInAs(site, 'moderator');
  await act();
  await context.clearCookies();
  await context.addCookies(cookies);
}

/** Somebody new, who stays signed in, has a public campaign. */
export async function published(site: Site): Promise<{ title: string; slug: string; draft: string; review: string }> {
  const made = await submitted(site);
  await asModerator(site, async () => {
    await site.visit(made.review);
    await pressed(site, 'Publish', 'Campaigns that wait');
  });
  await expect.poll(async () => (await fetch(`${site.origin}/en/campaigns/${made.slug}`)).status).toBe(200);
  return made;
}

/** Somebody new has submitted changes to a public campaign, in which a demand asks for other hours. */
export async function changed(site: Site): Promise<{ title: string; slug: string; draft: string; review: string }> {
  const made = await published(site);
  await site.visit(`/en/account/campaigns/texts/${made.slug}`);
  await pressed(site, 'Change the texts', made.title);
  await write(site, { demands: 'Keep line 9 at night.\nRun it twice an hour.' });
  await button(site, texts.en.submit).click();
  await expect(site.page.getByText(texts.en.submitted)).toBeVisible();
  return made;
}
