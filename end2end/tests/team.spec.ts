import { randomBytes } from 'node:crypto';
import { button, pressed, signIn } from '../support/accounts';
import { newDraft, save, wholeDraft, write } from '../support/drafts';
import { linkOf } from '../support/outbox';
import { signInAs } from '../support/review';
import { somebody } from '../support/site';
import { entry, invite, makeTeam, openInvitation } from '../support/teams';
import { expect, test } from '../support/test';
import { texts } from '../support/texts';

const t = texts.en;

test('somebody is invited by mail, joins, gets another role and is removed', async ({ site, page, other }) => {
  const [ana, ben] = [somebody(), somebody()];
  await signIn(site, ana.email);
  const team = await makeTeam(site, 'Riders of line 9');
  await invite(site, team, ben.email);
  await expect(entry(site, ben.email)).toContainText('editor, if accepted by');
  const mail = await site.mail(ben.email);
  expect(mail.subject).toBe('Undersigned: an invitation');
  expect(mail.text).not.toContain('Riders');

  const link = await openInvitation(other, ben.email);
  await expect(other.page.getByRole('main')).toContainText('The team “Riders of line 9” wants you as an editor.');
  await pressed(other, 'Join the team', 'Riders of line 9');
  await expect(other.page.getByRole('status')).toContainText('You have joined the team.');
  await expect(other.page.getByRole('combobox')).toHaveCount(0);
  await other.visit(link, 404);
  await expect(other.heading('This invitation does not work here')).toBeVisible();

  await site.visit(team);
  await page.getByRole('combobox', { name: `Role of ${ben.email}` }).selectOption('analyst');
  await entry(site, ben.email).getByRole('button', { name: 'Change' }).click();
  await expect(page.getByRole('status')).toContainText('It is saved.');
  await expect(entry(site, ben.email)).toContainText('analyst (counts only)');
  await entry(site, ben.email).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('status')).toContainText('It is saved.');
  await expect(page.getByRole('main')).not.toContainText(ben.email);
  await other.visit(team, 404);
  // Joining was told to the owner, and what was done to the member to the member, twice.
  expect((await site.mail(ana.email, 2)).subject).toContain('somebody has accepted an invitation');
  expect((await site.mail(ben.email, 4)).subject).toContain('what you may do was changed');
});

test('an invitation is refused for a wrong address, and taken back before it is used', async ({ site, page, other }) => {
  const [ben, eve] = [somebody(), somebody()];
  await signIn(site, somebody().email);
  const team = await makeTeam(site, 'Riders');
  const field = page.getByRole('textbox', { name: 'E-mail address' });
  await field.fill('ben@here');
  await page.getByRole('combobox', { name: 'Role', exact: true }).selectOption('owner');
  site.expectRefusal({ island: false });
  await button(site, 'Send the invitation').click();
  await expect(page.locator('.summary')).toBeFocused();
  await expect(page.locator('#email-error')).toContainText('That is not a complete e-mail address.');
  await expect(field).toHaveValue('ben@here');
  await expect(page.getByRole('combobox', { name: 'Role', exact: true })).toHaveValue('owner');
  await invite(site, team, ben.email);

  await signIn(other, eve.email);
  await other.visit(linkOf(await site.mail(ben.email)), 404);
  await expect(other.heading('This invitation does not work here')).toBeVisible();
  await entry(site, ben.email).getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByRole('main')).not.toContainText(ben.email);
  await other.page.context().clearCookies();
  await signIn(other, ben.email, 2);
  await other.visit(linkOf((await site.mails(ben.email))[0]), 404);
});

test('a team keeps its last owner', async ({ site, page }) => {
  await signIn(site, somebody().email);
  await makeTeam(site, 'Riders');
  site.expectRefusal({ island: false });
  await button(site, 'Leave the team').click();
  await expect(page.locator('#sure-error')).toHaveText('Tick the box if you want to leave the team.');
  await page.getByRole('checkbox', { name: 'Yes, I want to leave' }).check();
  await button(site, 'Leave the team').click();
  const summary = page.locator('.summary');
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: /A team keeps an owner/ }).click();
  await expect(page).toHaveURL(/#members$/);
});

test('a campaign’s life in two teams: written together, published, signed, handed over, and its first owner goes', async ({ site, page, other }) => {
  const [ana, ben] = [somebody(), somebody()];
  const title = `We ask for ${randomBytes(9).toString('hex')}`;
  const whole = { ...wholeDraft(), title };
  await signIn(site, ana.email);
  const team = await makeTeam(site, 'Riders of line 9');
  const draft = await newDraft(site, title);
  await invite(site, team, ben.email);
  await openInvitation(other, ben.email);
  await pressed(other, 'Join the team', 'Riders of line 9');

  // The editor writes and submits it; the owner sees that somebody else was faster.
  await site.visit(draft);
  await write(site, { summary: 'Typed by the owner.' });
  await other.visit(draft);
  await write(other, whole);
  await save(other);
  site.expectRefusal({ island: false });
  await button(site, t.save).click();
  await expect(page.getByText(t.overtaken)).toBeVisible();
  await expect(page.locator('#summary'), 'nothing is lost').toHaveValue('Typed by the owner.');
  await button(other, t.submit).click();
  await expect(other.page.getByText(t.submitted)).toBeVisible();
  // A moderator borrows the browser.
  const ofBen = await other.page.context().cookies();
  await signInAs(other, 'moderator');
  await other.visit(`/en/review/campaign/${draft.split('/').at(-1)}`);
  await pressed(other, 'Publish', 'Campaigns that wait');
  await expect.poll(async () => (await fetch(`${site.origin}/en/campaigns/${whole.slug}`)).status).toBe(200);
  await other.page.context().clearCookies();
  await other.signAndConfirm(whole.slug, somebody());
  await other.page.context().addCookies(ofBen);

  // It cannot be left without an owner.
  await site.visit('/en/account');
  await page.getByRole('checkbox', { name: t.sure }).check();
  site.expectRefusal({ island: false });
  await button(site, t.close).click();
  const summary = page.locator('.summary');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Your account cannot be closed yet');
  await expect(summary.getByRole('link', { name: title })).toHaveAttribute('href', `/en/campaigns/${whole.slug}`);
  await summary.getByRole('link', { name: 'Riders of line 9' }).click();

  // The other team’s owner takes it; until then it stays where it is.
  const own = await makeTeam(other, 'Night owls');
  await page.getByRole('combobox', { name: 'Campaign' }).selectOption({ label: title });
  await page.getByRole('textbox', { name: 'Address of an owner' }).fill(ben.email);
  await button(site, 'Offer it').click();
  await expect(page.getByRole('status')).toContainText('The offer is made');
  await expect(entry(site, title)).toContainText(`offered to ${ben.email} until`);
  await other.visit('/en/account');
  await other.page.getByRole('link', { name: 'Offered to you' }).click();
  await entry(other, title).getByRole('combobox').selectOption({ label: 'Night owls' });
  await entry(other, title).getByRole('button', { name: 'Take it' }).click();
  await expect(other.page.getByRole('status')).toContainText('The campaign is now of this team.');
  expect(new URL(other.page.url()).pathname).toBe(own);
  await other.visit(`/en/account/counts/${whole.slug}`);
  await expect(other.page.getByRole('main')).toContainText(title);
  await site.visit(`/en/account/counts/${whole.slug}`, 404);

  // With the other member gone too, nothing keeps the account.
  await site.visit(team);
  await entry(site, ben.email).getByRole('button', { name: 'Remove' }).click();
  await site.visit('/en/account');
  await page.getByRole('checkbox', { name: t.sure }).check();
  await pressed(site, t.close, t.signIn);
  await expect(page.getByRole('status')).toContainText(t.closed);
  expect(await site.count(whole.slug), 'the signature stays').toBe(1);
  await other.visit(team, 404);
});

test('all of it can be done in Spanish', async ({ site, page, other }) => {
  const s = texts.es;
  const ben = somebody();
  await signIn(site, somebody().email, 1, 'es');
  await page.getByRole('link', { name: 'Equipos y ofertas' }).click();
  await page.getByRole('textbox', { name: 'Nombre del equipo' }).fill('Búhos');
  await pressed(site, 'Crear un equipo', 'Búhos');
  await page.getByRole('textbox', { name: 'Correo electrónico' }).fill(ben.email);
  await button(site, 'Enviar la invitación').click();
  await expect(page.getByRole('status')).toContainText('La invitación está en camino.');
  const mail = await site.mail(ben.email);
  expect(mail.subject).toBe('Undersigned: una invitación');
  await signIn(other, ben.email, 2, 'es');
  await other.visit(linkOf(mail));
  await pressed(other, 'Unirme al equipo', 'Búhos');
  await other.page.getByRole('checkbox', { name: 'Sí, quiero dejarlo' }).check();
  await pressed(other, 'Dejar el equipo', 'Tus equipos');
  await expect(other.page.getByRole('status')).toContainText('Has dejado el equipo.');
  await page.getByRole('link', { name: 'Tus equipos' }).click();
  await other.visit('/es/account');
  await expect(other.heading(s.account)).toBeVisible();
});
