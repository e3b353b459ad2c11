import { type Locator, expect } from '@playwright/test';
import { linkOf } from './outbox';
import type { Site } from './site';
import { type Lang, texts } from './texts';

/** A button by the whole of its name. */
export function button(site: Site, name: string): Locator {
  return site.page.getByRole('button', { name, exact: true });
}

/** Presses a button and waits for the page it leads to. */
export async function pressed(site: Site, name: string, heading: string): Promise<void> {
  await button(site, name).click();
  await expect(site.heading(heading)).toBeVisible();
}

/** Asks for a sign-in mail. */
export async function ask(site: Site, email: string, lang: Lang = 'en'): Promise<void> {
  const t = texts[lang];
  await site.visit(`/${lang}/sign-in`);
  await site.page.getByRole('textbox', { name: t.email, exact: true }).fill(email);
  await pressed(site, t.ask, t.sent);
}

/** Opens the link of the mail with this number, from 1, and returns it. */
export async function openLink(site: Site, email: string, number = 1): Promise<string> {
  const link = linkOf(await site.mail(email, number));
  await site.visit(link);
  return link;
}

/** Signs in by the mail with this number, in the browser that asks for it; returns the link. */
export async function signIn(site: Site, email: string, number = 1, lang: Lang = 'en'): Promise<string> {
  await ask(site, email, lang);
  const link = await openLink(site, email, number);
  await pressed(site, texts[lang].signIn, texts[lang].account);
  return link;
}

/** Opens the link that `site` asked for in another browser, and returns the digits which it shows there. */
export async function digitsElsewhere(other: Site, email: string): Promise<string> {
  const t = texts.en;
  await openLink(other, email);
  await expect(other.heading(t.elsewhere)).toBeVisible();
  await pressed(other, t.showCode, t.shown);
  const digits = await other.page.locator('.shown-code').innerText();
  expect(digits).toMatch(/^\d{3} \d{3}$/);
  return digits;
}

/** Expects that a browser is not signed in: the account's page leads to the one for signing in. */
export async function expectSignedOut(site: Site): Promise<void> {
  await site.visit('/en/account');
  await expect(site.heading(texts.en.signIn)).toBeVisible();
  await expect(site.page).toHaveURL('/en/sign-in');
}
