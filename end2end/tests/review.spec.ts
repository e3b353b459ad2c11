import { button, pressed } from '../support/accounts';
import { write } from '../support/drafts';
import { signInAs, submitted } from '../support/review';
import { expect, test } from '../support/test';
import { texts } from '../support/texts';

const QUEUE = 'Campaigns that wait';

test('a campaign is refused with reasons, tried again and published', async ({ site, page, other }) => {
  const { title, slug, draft, review } = await submitted(site);
  await signInAs(other, 'moderator');
  await other.visit('/en/review');
  await other.page.getByRole('link', { name: title }).click();
  await expect(other.heading(title)).toBeVisible();
  await button(other, 'I take this').click();
  await expect(other.page.getByText('You are at it until')).toBeVisible();
  other.expectRefusal({ island: false });
  await button(other, 'Refuse').click();
  await expect(other.page.locator('.summary')).toBeFocused();
  await other.page.getByRole('checkbox', { name: /names or accuses a private person/ }).check();
  await other.page.getByLabel('Remark for its team').fill('Leave out the neighbour.');
  await pressed(other, 'Refuse', QUEUE);
  await expect(other.page.getByRole('status')).toContainText('It is refused');

  await site.visit(draft);
  await expect(page.getByRole('main')).toContainText('It names or accuses a private person');
  await expect(page.getByRole('main')).toContainText('Leave out the neighbour.');
  await button(site, 'Change it and try again').click();
  await write(site, { summary: 'The last bus leaves before the late shift ends, every day.' });
  await button(site, texts.en.submit).click();
  await expect(page.getByText(texts.en.submitted)).toBeVisible();

  await other.visit(review);
  await pressed(other, 'Publish', QUEUE);
  await expect.poll(async () => (await fetch(`${site.origin}/en/campaigns/${slug}`)).status).toBe(200);
});

test('keys lead from one campaign to the next', async ({ site, page, other }) => {
  const first = await submitted(site);
  const second = await submitted(other);
  await signInAs(site, 'moderator');
  await site.visit(first.review);
  const next = page.getByRole('link', { name: /^Next campaign/ });
  await expect(next).toHaveAttribute('accesskey', 'n');
  await expect(next).toHaveAttribute('href', second.review);
  await next.click();
  await expect(site.heading(second.title)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Previous campaign/ })).toHaveAttribute('href', first.review);
});

test('what is reported is hidden, and its page says why', async ({ site, page, other }) => {
  const { title, slug, review } = await submitted(site);
  await signInAs(other, 'moderator');
  await other.visit(review);
  await pressed(other, 'Publish', QUEUE);
  await expect.poll(async () => (await fetch(`${site.origin}/en/campaigns/${slug}`)).status).toBe(200);
  await site.visit(`/en/campaigns/${slug}`);
  await page.getByRole('link', { name: 'Report this campaign' }).click();
  await page.getByLabel('It may serve to find out who signs').check();
  await page.getByLabel('In your words').fill(`They are not who they say: ${slug}.`);
  await pressed(site, 'Send the report', 'Thank you');

  await other.visit('/en/review/reports');
  await other.page.getByRole('listitem').filter({ hasText: title }).getByRole('link').click();
  await expect(other.page.getByText(`They are not who they say: ${slug}.`)).toBeVisible();
  const report = other.page.url();
  await other.page.getByRole('link', { name: 'Read or hide the campaign' }).click();
  await other.page.getByRole('checkbox', { name: /serves to find out who signs/ }).check();
  await pressed(other, 'Hide the campaign', title);
  await expect(other.page.getByRole('status')).toContainText('It is hidden');
  await other.visit(new URL(report).pathname);
  await other.page.getByLabel('The campaign was hidden').check();
  await pressed(other, 'Close the report', 'Reports that wait');
  await site.visit(`/en/campaigns/${slug}`, 410);
  await expect(page.getByRole('main')).toContainText('serves to find out who signs it');
});

test('nobody but a moderator finds the queue', async ({ site }) => {
  const { review } = await submitted(site);
  for (const path of ['/en/review', review, '/en/review/reports', '/en/review/catalogue']) await site.visit(path, 404);
});
