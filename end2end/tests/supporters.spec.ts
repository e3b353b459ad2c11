import { button, pressed } from '../support/accounts';
import { startDraft, wholeDraft, write } from '../support/drafts';
import { linkOf } from '../support/outbox';
import { somebody } from '../support/site';
import { expect, test } from '../support/test';
import { texts } from '../support/texts';

test.use({ supporters: 2 });

test('a campaign is supported by its private link before it can be submitted', async ({ site, page, other }) => {
  const title = 'Plant cherries along the tram';
  const draft = await startDraft(site, title);
  await write(site, { ...wholeDraft(), title });
  site.expectRefusal({ island: false });
  await button(site, texts.en.submit).click();
  await expect(page.locator('.summary')).toBeFocused();
  await page.getByRole('link', { name: '2 people have to support it before you can submit it.' }).click();
  await page.getByRole('link', { name: 'Supporters: 0 of 2' }).click();
  await pressed(site, 'Make a private link', 'Supporters');
  await expect(page.getByRole('status')).toContainText('The link is made.');
  const link = await page.locator('code.link').innerText();

  for (const { email } of [somebody(), somebody()]) {
    await other.visit(link);
    await expect(other.page.getByRole('main')).toContainText('Run it every hour.');
    await other.page.getByRole('textbox', { name: texts.en.email, exact: true }).fill(email);
    await button(other, 'Support it').click();
    await expect(other.page.getByRole('status')).toContainText('a mail is on its way');
    const mail = await other.mail(email);
    expect(mail.subject + mail.text, 'none of its words').not.toMatch(/cherries|tram|bus/);
    await other.visit(linkOf(mail));
    await pressed(other, 'Yes, I support it', 'Thank you');
  }
  await site.visit(draft);
  await expect(page.getByRole('main')).toContainText('Supporters: 2 of 2');
  await button(site, texts.en.submit).click();
  await expect(page.getByText(texts.en.submitted)).toBeVisible();
});

test('a refused address stands as it was typed, and a link that was taken back says so', async ({ site, page, other }) => {
  const draft = await startDraft(site, 'Plant a tree at every stop');
  await site.visit(draft.replace('/draft/', '/supporters/'));
  await pressed(site, 'Make a private link', 'Supporters');
  const link = await page.locator('code.link').innerText();
  await other.visit(link);
  other.expectRefusal({ island: false });
  await other.page.getByRole('textbox', { name: texts.en.email, exact: true }).fill('ana at example');
  await button(other, 'Support it').click();
  await expect(other.page.locator('.summary')).toBeFocused();
  await expect(other.page.getByRole('textbox', { name: texts.en.email, exact: true })).toHaveValue('ana at example');
  await page.getByRole('checkbox', { name: 'Yes, take it back' }).check();
  await pressed(site, 'Take the link back', 'Supporters');
  await expect(page.getByRole('status')).toContainText('The link does not work any more.');
  await other.visit(link, 404);
  await expect(other.heading('This link does not work any more')).toBeVisible();
});
