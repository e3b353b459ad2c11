import { ask, button, digitsElsewhere, expectSignedOut, openLink, pressed, signIn } from '../support/accounts';
import { linkOf } from '../support/outbox';
import { somebody } from '../support/site';
import { expect, test } from '../support/test';
import { texts } from '../support/texts';

const t = texts.en;

test('a campaigner signs in by the link from the mail', async ({ site, page }) => {
  const { email } = somebody();
  await site.visit('/en');
  await page.getByRole('contentinfo').getByRole('link', { name: t.campaigners }).click();
  await expect(site.heading(t.signIn)).toBeVisible();
  await page.getByRole('textbox', { name: t.email, exact: true }).fill(email);
  await pressed(site, t.ask, t.sent);
  await expect(page).toHaveURL('/en/sign-in/sent');
  await expect(page.getByRole('main')).toContainText(email);
  const mail = await site.mail(email);
  expect(mail.subject).toBe(t.signInSubject);
  await expect(page.getByRole('main'), 'the page tells the subject of the mail').toContainText(mail.subject);

  await site.visit(linkOf(mail));
  await expect(site.heading(t.signIn)).toBeVisible();
  await expectSignedOut(site);
  await site.visit(linkOf(mail));
  await pressed(site, t.signIn, t.account);
  await expect(page).toHaveURL('/en/account');
  await expect(page.locator('.address')).toHaveText(email);
  await expect(page.locator('.sessions li')).toHaveCount(1);
  await expect(page.locator('.sessions')).toContainText('This browser, since');
  await site.visit('/en/sign-in');
  await expect(site.heading(t.account), 'whoever is signed in is led to the account').toBeVisible();
});

test('a refused address stands as it was typed and brings no mail', async ({ site, page }) => {
  await site.visit('/en/sign-in');
  const field = page.getByRole('textbox', { name: t.email, exact: true });
  for (const [address, complaint] of [['', t.missingEmail], ['nobody@here', 'That is not a complete e-mail address.']]) {
    await field.fill(address);
    site.expectRefusal({ island: false });
    await button(site, t.ask).click();
    await expect(page.locator('#email-error')).toContainText(complaint);
    await expect(page.locator('.summary')).toBeFocused();
    await expect(field).toHaveValue(address);
  }
  expect(await site.mails('nobody@here')).toEqual([]);
});

test('a link opened in another browser signs in the one that asked, by a code', async ({ site, page, other }) => {
  const { email } = somebody();
  await ask(site, email);
  const digits = await digitsElsewhere(other, email);
  await expect(other.page.getByRole('main')).toContainText('Type this only into a page that you opened yourself.');
  await expectSignedOut(other);
  await page.getByRole('textbox', { name: t.digits }).fill(digits);
  await pressed(site, t.signIn, t.account);
  await expect(page.locator('.address')).toHaveText(email);
  await expect(page.locator('.sessions li')).toHaveCount(1);
  await expectSignedOut(other);
});

test('a wrong code is refused beside its field, and the right one still works', async ({ site, page, other }) => {
  const { email } = somebody();
  await ask(site, email);
  const right = await digitsElsewhere(other, email);
  const wrong = right.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  const field = page.getByRole('textbox', { name: t.digits });
  const attempts: [string, string][] = [['', t.missingDigits], ['12', t.wrongDigits], [wrong, t.wrongDigits]];
  for (const [code, complaint] of attempts) {
    await field.fill(code);
    site.expectRefusal({ island: false });
    await button(site, t.signIn).click();
    await expect(page.locator('#code-error')).toHaveText(complaint);
    await expect(page.locator('.summary')).toBeFocused();
    await expect(field).toHaveValue(code);
  }
  await expectSignedOut(site);
  await site.visit('/en/sign-in/sent');
  await field.fill(right.replace(' ', ''));
  await pressed(site, t.signIn, t.account);
});

test('a link works once, and leads to a new one', async ({ site, page, other }) => {
  const { email } = somebody();
  const link = await signIn(site, email);
  await other.visit(link, 404);
  await expect(other.heading(t.linkInvalid)).toBeVisible();
  await other.page.getByRole('link', { name: t.toSignIn }).click();
  await expect(other.heading(t.signIn)).toBeVisible();
  await site.visit(link, 404);
  await page.getByRole('link', { name: t.toSignIn }).click();
  await expect(site.heading(t.account), 'it is signed in already').toBeVisible();
  await site.visit(`/en/sign-in/link/${'A'.repeat(32)}`, 404);
  await expect(site.heading(t.linkInvalid)).toBeVisible();
});

test('a link shows its code until somebody has signed in by it', async ({ site, page, other }) => {
  const { email } = somebody();
  await ask(site, email);
  const digits = await digitsElsewhere(other, email);
  expect(await digitsElsewhere(other, email), 'the page was closed too early').toBe(digits);
  const link = linkOf(await site.mail(email));
  await page.getByRole('textbox', { name: t.digits }).fill(digits);
  await pressed(site, t.signIn, t.account);
  await other.visit(link, 404);
  await expect(other.heading(t.linkInvalid)).toBeVisible();
});

test('a page after asking is of no use to a browser that has not asked', async ({ other }) => {
  await other.visit('/en/sign-in/sent');
  await expect(other.page.getByRole('textbox')).toHaveCount(0);
  await other.page.getByRole('link', { name: 'Ask for a link' }).click();
  await expect(other.heading(t.signIn)).toBeVisible();
});

test('signing out ends it in this browser', async ({ site, page }) => {
  await signIn(site, somebody().email);
  await pressed(site, t.signOut, t.signIn);
  await expect(page.getByRole('status')).toContainText(t.signedOut);
  await expectSignedOut(site);
  await expect(page.getByRole('status')).toHaveCount(0);
});

test('an account shows every browser that is signed in, and can end each', async ({ site, page, other }) => {
  const { email } = somebody();
  await signIn(site, email);
  await signIn(other, email, 2);
  await site.visit('/en/account');
  const sessions = page.locator('.sessions li');
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: 'This browser, since' })).toHaveCount(1);
  await expect(sessions.filter({ hasText: 'Another browser, since' })).toHaveCount(1);
  await button(site, t.signOutThere).click();
  await expect(page.getByRole('status')).toContainText(t.ended);
  await expect(sessions).toHaveCount(1);
  await expect(sessions).toContainText('This browser, since');
  await expectSignedOut(other);
  await site.visit('/en/account');
  await expect(site.heading(t.account)).toBeVisible();
});

test('what is stored can be downloaded, and no cache keeps it', async ({ site, page }) => {
  const { email } = somebody();
  await signIn(site, email);
  const link = await page.getByRole('link', { name: 'Download my data' }).getAttribute('href');
  const data = await page.request.get(link ?? '');
  expect(data.status()).toBe(200);
  expect(JSON.stringify(await data.json())).toContain(email);
  expect(data.headers()['cache-control']).toContain('no-store');
  const answer = await page.goto('/en/account');
  expect(answer?.headers()['cache-control']).toContain('no-store');
});

test('an account is closed only with the box ticked, and can be made anew', async ({ site, page, other }) => {
  const { email } = somebody();
  await signIn(site, email);
  await signIn(other, email, 2);
  site.expectRefusal({ island: false });
  await button(site, t.close).click();
  await expect(page.locator('#sure-error')).toHaveText(t.notSure);
  await expect(page.locator('.summary')).toBeFocused();
  await page.getByRole('checkbox', { name: t.sure }).check();
  await pressed(site, t.close, t.signIn);
  await expect(page.getByRole('status')).toContainText(t.closed);
  await expectSignedOut(site);
  await expectSignedOut(other);
  // The third mail said that somebody had signed in.
  await signIn(site, email, 4);
  await expect(page.locator('.sessions li')).toHaveCount(1);
});

test('all of it can be done in Spanish', async ({ site, page }) => {
  const s = texts.es;
  const { email } = somebody();
  await site.visit('/es');
  await page.getByRole('contentinfo').getByRole('link', { name: s.campaigners }).click();
  await expect(site.heading(s.signIn)).toBeVisible();
  await ask(site, email, 'es');
  const mail = await site.mail(email);
  expect(mail.subject).toBe(s.signInSubject);
  await expect(page.getByRole('main')).toContainText(mail.subject);
  expect(await openLink(site, email)).toContain('/es/sign-in/link/');
  await pressed(site, s.signIn, s.account);
  await expect(page.locator('.sessions')).toContainText('Este navegador, desde el');
  await pressed(site, s.signOut, s.signIn);
  await expect(page.getByRole('status')).toContainText(s.signedOut);
});
