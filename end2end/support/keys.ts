import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { button } from './accounts';
import type { Site } from './site';

/** What a key's holder is shown once. */
export interface Sheet {
  id: string;
  /** The whole text, as it would be typed in. */
  text: string;
  /** Four rows of four groups. */
  groups: string[][];
  /** The words of the passphrase, should there be a locked copy. */
  words: string[];
}

/** The address of the page of a draft's key. */
export const keyOfDraft = (draft: string) => draft.replace('/draft/', '/key/');

/** Makes a key on the page that is open, up to its sheet. */
export async function makeKey(site: Site, { copy = false } = {}): Promise<Sheet> {
  const { page } = site;
  if (copy) await page.getByRole('checkbox', { name: 'Leave a copy on this server' }).check();
  await button(site, 'Make a key').click();
  await expect(page.getByRole('heading', { name: 'Recovery sheet' })).toBeFocused();
  const [header, id] = await Promise.all(['header', 'id'].map((name) => page.locator(`[data-part="${name}"]`).innerText()));
  const groups = await page.locator('[data-part="rows"] li').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('span')].map((group) => group.textContent ?? '')));
  const words = await page.locator('[data-part="words"] li').allTextContents();
  return { id, text: [header, ...groups.map((row) => row.join('-'))].join('\n'), groups, words };
}

/** Types what is asked for of a sheet; `slip` mistypes the first of it. */
export async function typeAsked(site: Site, sheet: Sheet, { slip = false } = {}): Promise<void> {
  const labels = site.page.locator('[data-part="check"] label:visible');
  for (const [place, label] of (await labels.allTextContents()).entries()) {
    const [first, second] = (label.match(/\d+/g) ?? []).map(Number);
    const asked = second === undefined ? sheet.words[first - 1] : sheet.groups[first - 1][second - 1];
    await site.page.getByLabel(label, { exact: true }).fill(slip && place === 0 ? 'ZZZZ' : asked.toLowerCase());
  }
}

/** What the button that saves the key as a file gives. */
export async function savedFile(site: Site): Promise<string> {
  const downloading = site.page.waitForEvent('download');
  await button(site, 'Save as a file').click();
  return readFileSync(await (await downloading).path(), 'utf8');
}
