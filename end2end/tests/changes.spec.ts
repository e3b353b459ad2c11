import { button, pressed } from '../support/accounts';
import { changed, published, signInAs } from '../support/review';
import { expect, test } from '../support/test';
import { texts } from '../support/texts';

const t = texts.en;
const QUEUE = 'Campaigns that wait';

test('changes wait for a moderator while the public text stays, which can be read afterwards', async ({ site, page, other }) => {
  const { title, slug, review } = await changed(site);
  await expect(page.getByRole('main')).toContainText('the text that is public stays');
  await other.visit(`/en/campaigns/${slug}`);
  await expect(other.page.locator('.demands li').last()).toHaveText('Run it every hour.');
  await signInAs(other, 'moderator');
  await other.visit('/en/review');
  await expect(other.page.getByRole('row').filter({ hasText: title })).toContainText('changes to a public text');
  await other.visit(review);
  await expect(other.page.locator('.changes del')).toContainText('every');
  await expect(other.page.locator('.changes ins')).toContainText('twice an');
  await pressed(other, 'Publish', QUEUE);

  await site.visit(`/en/campaigns/${slug}`);
  await expect(page.locator('.demands li').last()).toHaveText('Run it twice an hour.');
  await expect(page.locator('.campaign-head')).toContainText('The text was changed on');
  await page.getByRole('link', { name: 'Read the text before it' }).click();
  await expect(page.getByRole('heading', { name: 'An earlier text' })).toBeVisible();
  await expect(page.locator('.demands li').last()).toHaveText('Run it every hour.');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await page.getByRole('link', { name: 'To the text that is public now' }).first().click();
  await expect(page.locator('.demands li').last()).toHaveText('Run it twice an hour.');
});

test('whoever changes the texts is led there from the account, and can drop the changes', async ({ site, page }) => {
  const { title, slug } = await published(site);
  await site.visit('/en/account');
  await page.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: 'Texts' }).click();
  await pressed(site, 'Change the texts', title);
  for (const name of ['slug', 'goal', 'closes_on', 'locale']) await expect(page.locator(`[name=${name}]`)).toHaveCount(0);
  await expect(page.locator('#demands')).toHaveValue('Keep line 9 at night.\nRun it every hour.');
  await page.getByRole('checkbox', { name: t.sureDraft }).check();
  await pressed(site, 'Delete these changes', t.account);
  await site.visit(`/en/campaigns/${slug}`);
  await expect(site.heading(title)).toBeVisible();
  await site.visit(`/en/account/campaigns/texts/${slug}`);
  await expect(button(site, 'Change the texts')).toBeVisible();
});
