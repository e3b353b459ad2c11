import { randomBytes } from 'node:crypto';
import { button, expectSignedOut, pressed, signIn } from '../support/accounts';
import { TITLE, openFigures, previewOf, save, startDraft, wholeDraft, write } from '../support/drafts';
import { Site, somebody } from '../support/site';
import { expect, test } from '../support/test';
import { LIBRARY, texts } from '../support/texts';

const t = texts.en;

test('a campaign begins with one line, from the account', async ({ site, page }) => {
  await signIn(site, somebody().email);
  await page.getByRole('link', { name: t.startCampaign }).click();
  await expect(site.heading(t.startCampaign)).toBeVisible();
  await write(site, { title: 'Bus' });
  site.expectRefusal({ island: false });
  await button(site, t.startCampaign).click();
  await expect(page.locator('#title-error')).toHaveText(t.titleTooShort);
  await expect(page.locator('.summary')).toBeFocused();
  await expect(page.locator('#title')).toHaveValue('Bus');
  await write(site, { title: TITLE });
  await pressed(site, t.startCampaign, TITLE);
  await expect(page.locator('#title')).toHaveValue(TITLE);
  await site.visit('/en/account');
  const own = page.getByRole('region', { name: 'Your campaigns' }).getByRole('listitem');
  await expect(own).toHaveCount(1);
  await expect(own).toContainText(t.stateDraft);
  await own.getByRole('link', { name: TITLE }).click();
  await expect(site.heading(TITLE)).toBeVisible();
});

test('whoever asks for what others ask already is led to them first', async ({ site, page }) => {
  await signIn(site, somebody().email);
  await site.visit('/en/account/campaigns/new');
  await write(site, { title: LIBRARY.en });
  site.expectRefusal({ island: false });
  await button(site, t.startCampaign).click();
  const similar = page.locator('.summary');
  await expect(similar).toContainText(t.similar);
  await expect(similar).toBeFocused();
  await expect(similar.getByRole('link', { name: LIBRARY.en })).toHaveAttribute('href', `/en/campaigns/${LIBRARY.slug}`);
  await pressed(site, t.startAnyway, LIBRARY.en);
  await expect(page).toHaveURL(/\/en\/account\/campaigns\/draft\//);
});

test('an unfinished draft is saved as it is, and found again', async ({ site, page }) => {
  const path = await startDraft(site);
  const typed = { targets: 'City Council\n; nobody', summary: 'Half a sen', goal: 'many', story: '</textarea> & <b>' };
  await write(site, typed);
  await page.locator('#locale').selectOption('es');
  await save(site);
  await site.visit(path);
  await expect(page.getByRole('status')).toHaveCount(0);
  for (const [name, text] of Object.entries(typed)) await expect(page.locator(`#${name}`)).toHaveValue(text);
  await expect(page.locator('#locale')).toHaveValue('es');
  await expect(page.locator('[aria-invalid]'), 'nothing is complained of before it is submitted').toHaveCount(0);
  const missing = page.locator('.data').filter({ hasText: t.missingTitle });
  await missing.getByRole('link', { name: t.missingDemands }).click();
  await expect(page).toHaveURL(/#demands$/);
});

test('what is missing is told beside its field, and what was typed is saved', async ({ site, page }) => {
  const path = await startDraft(site);
  await write(site, { summary: 'The last bus leaves too early.', goal: '3' });
  site.expectRefusal({ island: false });
  await button(site, t.submit).click();
  const summary = page.locator('.summary');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(t.keptUnsubmitted);
  await expect(page.locator('#demands-error')).toHaveText(t.missingDemands);
  await expect(page.locator('#goal-error')).toContainText('from 10 to');
  await expect(page.locator('#summary-error')).toHaveCount(0);
  await expect(page.locator('#demands')).toHaveAccessibleDescription(/One a line.*Write at least one demand/);
  await site.visit(path);
  await expect(page.locator('#goal')).toHaveValue('3');
});

test('a whole draft waits for a moderator, and can be taken back', async ({ site, page }) => {
  const path = await startDraft(site);
  const whole = wholeDraft();
  await write(site, whole);
  await button(site, t.submit).click();
  await expect(page.getByRole('status')).toContainText(t.submitted);
  await expect(page.getByRole('main')).toContainText(t.waits);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await site.visit('/en/account');
  await expect(page.getByRole('listitem').filter({ hasText: TITLE })).toContainText(t.stateSubmitted);
  await site.visit(path);
  await button(site, t.takeBack).click();
  await expect(page.getByRole('status')).toContainText(t.takenBack);
  for (const [name, text] of Object.entries(whole)) await expect(page.locator(`#${name}`)).toHaveValue(text);
});

test('a preview shows what was saved, to nobody else', async ({ site, page, other }) => {
  const path = await startDraft(site);
  const preview = page.getByRole('link', { name: t.preview });
  await expect(preview).toHaveAttribute('href', previewOf(path));
  await site.visit(previewOf(path));
  await expect(page.getByRole('main')).toContainText(t.previewBanner);
  await expect(page.getByRole('main')).toContainText(t.notWritten);
  await page.getByRole('link', { name: t.backToDraft }).click();
  await write(site, wholeDraft());
  await save(site);
  await site.visit(previewOf(path));
  await expect(site.heading(TITLE)).toBeVisible();
  await expect(page.locator('.demands li')).toHaveText(['Keep line 9 at night.', 'Run it every hour.']);
  await expect(page.getByRole('heading', { name: 'Since March' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(t.notWritten);
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await expectSignedOut(other);
  await other.visit(previewOf(path));
  await expect(other.heading(t.signIn)).toBeVisible();
  await signIn(other, somebody().email);
  await other.visit(previewOf(path), 404);
  await other.visit(path, 404);
});

test('two tabs do not write over each other unseen', async ({ site, page }) => {
  const path = await startDraft(site);
  const second = await page.context().newPage();
  // The page has no island to wait for.
  const tab = new Site(second, site.origin, false, () => {});
  await tab.visit(path);
  await write(tab, { summary: 'From the second tab.' });
  await save(tab);
  await write(site, { summary: 'From the first tab.' });
  site.expectRefusal({ island: false });
  await button(site, t.save).click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText(t.overtaken);
  await expect(notice).toBeFocused();
  await expect(notice.getByRole('link', { name: t.openSaved })).toHaveAttribute('href', path);
  await expect(page.locator('#summary')).toHaveValue('From the first tab.');
  await tab.visit(path);
  await expect(second.locator('#summary'), 'nothing was changed').toHaveValue('From the second tab.');
  await save(site);
  await tab.visit(path);
  await expect(second.locator('#summary')).toHaveValue('From the first tab.');
});

test('figures are written in rows, and shown as a chart', async ({ site, page }) => {
  const path = await startDraft(site);
  await openFigures(site);
  const row = { fact_label_1: 'Line 9', fact_value_1: '1,100', fact_shown_1: 'about 1,100', fact_source_1: 'Our count' };
  await write(site, { facts_title: 'Riders', facts_sentence: 'More ride late.', facts_unit: 'riders a night', ...row });
  await button(site, t.addRows).click();
  await expect(page.getByRole('status')).toContainText(t.saved);
  await expect(page.locator('#fact_source_6')).toBeVisible();
  await write(site, { fact_label_6: 'Line 4', fact_value_6: '12.5' });
  site.expectRefusal({ island: false });
  await button(site, t.submit).click();
  await expect(page.locator('#fact_value_6')).toHaveAccessibleDescription(/A whole number.*Enter a whole number/);
  await write(site, { fact_value_6: '640', fact_source_6: 'The city' });
  await save(site);
  await site.visit(previewOf(path));
  await expect(page.locator('.bars li')).toHaveCount(2);
  await expect(page.locator('.bars')).toContainText('about 1,100');
});

test('what was typed survives the end of the session', async ({ site, page }) => {
  const path = await startDraft(site);
  await write(site, { summary: 'Typed for an hour.' });
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  site.allow(401);
  await button(site, t.save).click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText(t.draftSignedOut);
  await expect(notice).toBeFocused();
  await expect(notice.getByRole('link', { name: t.signInElsewhere })).toHaveAttribute('href', '/en/sign-in');
  await expect(page.locator('#summary')).toHaveValue('Typed for an hour.');
  await page.context().addCookies(cookies);
  await save(site);
  await site.visit(path);
  await expect(page.locator('#summary')).toHaveValue('Typed for an hour.');
});

test('a line that was typed before the session had ended is sent once more', async ({ site, page }) => {
  await signIn(site, somebody().email);
  const cookies = await page.context().cookies();
  await site.visit('/en/account/campaigns/new');
  const title = `We ask for ${randomBytes(9).toString('hex')}`;
  await write(site, { title });
  await page.context().clearCookies();
  site.allow(401);
  await button(site, t.startCampaign).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('main')).toContainText(title);
  await page.context().addCookies(cookies);
  await pressed(site, t.sendAgain, title);
});

test('a draft is deleted only with the box ticked', async ({ site, page }) => {
  const path = await startDraft(site);
  await write(site, { summary: 'Not saved yet.' });
  site.expectRefusal({ island: false });
  await button(site, t.deleteDraft).click();
  await expect(page.locator('#sure-error')).toHaveText(t.notSureDraft);
  await expect(page.locator('.summary')).toBeFocused();
  await expect(page.locator('#summary')).toHaveValue('Not saved yet.');
  await page.getByRole('checkbox', { name: t.sureDraft }).check();
  await pressed(site, t.deleteDraft, t.account);
  await expect(page.getByRole('status')).toContainText(t.deleted);
  await expect(page.getByRole('link', { name: TITLE })).toHaveCount(0);
  await site.visit(path, 404);
});

test('all of it can be done in Spanish', async ({ site, page }) => {
  const s = texts.es;
  const title = 'Que siga el autobús nocturno';
  await startDraft(site, title, 'es');
  site.expectRefusal({ island: false });
  await button(site, s.submit).click();
  await expect(page.locator('#demands-error')).toHaveText(s.missingDemands);
  await expect(page.locator('.summary')).toContainText(s.keptUnsubmitted);
  await write(site, { ...wholeDraft(), title, goal: '1.000' });
  await save(site, 'es');
  await button(site, s.submit).click();
  await expect(page.getByRole('status')).toContainText(s.submitted);
  await button(site, s.takeBack).click();
  await expect(page.getByRole('status')).toContainText(s.takenBack);
  await page.getByRole('checkbox', { name: s.sureDraft }).check();
  await pressed(site, s.deleteDraft, s.account);
  await expect(page.getByRole('status')).toContainText(s.deleted);
});
