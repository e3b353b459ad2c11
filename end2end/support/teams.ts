import { expect } from '@playwright/test';
import { button, pressed } from './accounts';
import { linkOf } from './outbox';
import type { Site } from './site';
import { texts } from './texts';

export const JOIN = 'You are invited into a team';

/** Makes a team in the browser of whoever is signed in; its path. */
export async function makeTeam(site: Site, name: string): Promise<string> {
  await site.visit('/en/account/teams');
  await site.page.getByRole('textbox', { name: 'Name of the team' }).fill(name);
  await pressed(site, 'Make a team', name);
  return new URL(site.page.url()).pathname;
}

/** Invites an address on the team's page. */
export async function invite(site: Site, team: string, email: string, role = 'editor'): Promise<void> {
  await site.visit(team);
  await site.page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await site.page.getByRole('combobox', { name: 'Role', exact: true }).selectOption(role);
  await button(site, 'Send the invitation').click();
  await expect(site.page.getByRole('status')).toContainText('The invitation is on its way.');
}

/** Opens the mailed invitation in a browser that is signed out, signs in with its address and comes back to the button. */
export async function openInvitation(site: Site, email: string): Promise<string> {
  const t = texts.en;
  const link = linkOf(await site.mail(email));
  await site.visit(link);
  await expect(site.heading(t.signIn)).toBeVisible();
  await site.page.getByRole('textbox', { name: t.email, exact: true }).fill(email);
  await pressed(site, t.ask, t.sent);
  await site.visit(linkOf(await site.mail(email, 2)));
  await pressed(site, t.signIn, JOIN);
  return link;
}

/** The entry of a member, of an invitation or of a campaign. */
export const entry = (site: Site, text: string) => site.page.locator('.sessions li').filter({ hasText: text });

/** Whoever is signed in makes a team and invites an address as an analyst, who joins in the same browser. */
export async function joinedBy(site: Site, email: string): Promise<void> {
  await invite(site, await makeTeam(site, 'Riders of line 9'), email, 'analyst');
  await site.page.context().clearCookies();
  await openInvitation(site, email);
  await pressed(site, 'Join the team', 'Riders of line 9');
}

/** Offers the only draft of whoever is signed in; ends on the team's page. */
export async function offerDraft(site: Site, email: string): Promise<void> {
  await site.visit('/en/account/teams');
  await site.page.getByRole('link', { name: 'A team without a name' }).click();
  await site.page.getByRole('textbox', { name: 'Address of an owner' }).fill(email);
  await button(site, 'Offer it').click();
  await expect(site.page.getByRole('status')).toContainText('The offer is made');
}
