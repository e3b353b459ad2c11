import { expect } from '@playwright/test';
import { button, pressed, signIn } from './accounts';
import { type Site, somebody } from './site';
import { type Lang, texts } from './texts';

export const TITLE = 'Keep the night bus running';

let drafts = 0;

/** The texts of a draft that wants nothing, by the names of their fields. */
export function wholeDraft(): Record<string, string> {
  drafts += 1;
  return {
    title: TITLE,
    slug: `night-bus-${process.pid}-${drafts}`,
    targets: 'City Council\nAna Ruiz; Mayor of Larkhaven',
    demands: 'Keep line 9 at night.\nRun it every hour.',
    summary: 'The last bus leaves before the late shift ends.',
    story: '## Since March\n\nLine 9 stops at eleven. Read [the study](https://example.org).',
    started_by: 'Riders of line 9',
    goal: '1,000',
    time_zone: 'America/New_York',
  };
}

/** Fills in fields of the page that is open. */
export async function write(site: Site, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    const field = site.page.locator(`#${name}`);
    if (name === 'time_zone') await field.selectOption(text);
    else await field.fill(text);
  }
}

/** Signs in somebody new, who starts a campaign; returns the path of the draft, whose page is open. */
export async function startDraft(site: Site, title = TITLE, lang: Lang = 'en'): Promise<string> {
  await signIn(site, somebody().email, 1, lang);
  return newDraft(site, title, lang);
}

/** Whoever is signed in starts a campaign; returns the path of the draft, whose page is open. */
export async function newDraft(site: Site, title: string, lang: Lang = 'en'): Promise<string> {
  await site.visit(`/${lang}/account/campaigns/new`);
  await write(site, { title });
  await pressed(site, texts[lang].startCampaign, title);
  const path = new URL(site.page.url()).pathname;
  expect(path).toMatch(new RegExp(`^/${lang}/account/campaigns/draft/[\\w-]+$`));
  return path;
}

/** Opens the fields of figures. */
export async function openFigures(site: Site, lang: Lang = 'en'): Promise<void> {
  await site.page.getByText(texts[lang].figures, { exact: true }).click();
}

/** Saves the draft whose page is open. */
export async function save(site: Site, lang: Lang = 'en'): Promise<void> {
  await button(site, texts[lang].save).click();
  await expect(site.page.getByRole('status')).toContainText(texts[lang].saved);
}

/** The path of a draft's preview. */
export function previewOf(path: string): string {
  return `${path}/preview`;
}
