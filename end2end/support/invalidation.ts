import { expect } from '@playwright/test';
import { button } from './accounts';
import { signInAs } from './review';
import { type Site, somebody } from './site';
import { LIBRARY } from './texts';

/** Waits until the rule whose page is open stands there. */
export async function stands(site: Site, state: string): Promise<void> {
  await expect(async () => {
    await site.page.reload();
    await expect(site.page.getByRole('heading', { level: 2, name: state, exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** Somebody signs from Iceland, and an admin makes a rule that asks for that, which no other story signs from; its page is open. */
export async function countedRule(site: Site): Promise<void> {
  await site.signAndConfirm(LIBRARY.slug, somebody({ country: 'IS' }));
  await signInAs(site, 'admin');
  await site.visit('/en/house/invalidation');
  await site.page.getByLabel('Campaign', { exact: true }).selectOption(LIBRARY.slug);
  await site.page.getByLabel('Country', { exact: true }).selectOption('IS');
  await site.page.getByLabel('Reason, as the public reads it').fill('They were sent by a program.');
  await button(site, 'Count what agrees').click();
  await expect(site.heading('Rule')).toBeVisible();
  await stands(site, 'Counted, not applied');
}
