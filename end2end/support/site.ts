import { type Locator, type Page, expect } from '@playwright/test';
import { type Mail, linkOf, mailsTo, plain } from './outbox';
import { type Lang, texts } from './texts';

export interface Person {
  name: string;
  email: string;
  country: string;
  postcode?: string;
  reason?: string;
  showReason?: boolean;
  showName?: boolean;
  updates?: boolean;
  contact?: boolean;
}

let people = 0;

/** Somebody who has not signed anything yet. */
export function somebody(traits: Partial<Person> = {}): Person {
  people += 1;
  return { name: 'Ana Núñez', email: `ana-${process.pid}-${people}@example.org`, country: 'MX', ...traits };
}

/** The site as a reader uses it. */
export class Site {
  constructor(
    readonly page: Page,
    readonly origin: string,
    readonly script: boolean,
    /** Allows an answer with this status, which browsers report as an error. */
    private readonly allow: (status: number) => void,
    /** The file of the server's database. */
    readonly database = '',
  ) {}

  /** Opens a page by its address and waits until it is alive. */
  async visit(path: string, status = 200): Promise<void> {
    if (status >= 400) this.allow(status);
    const answer = await this.page.goto(path);
    expect(answer?.status(), path).toBe(status);
    await this.alive();
  }

  /** With script: waits until the islands of the page are alive. */
  async alive(): Promise<void> {
    if (!this.script) return;
    const alive = () => this.page.evaluate(() => document.readyState === 'complete' && (globalThis as any).__alive());
    await expect.poll(alive, { message: 'the page was not hydrated' }).toBe(true);
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  /** Says that the form which is sent next will be refused: its page comes back with 422, unless an island refuses it first. */
  expectRefusal({ island } = { island: true }): void {
    if (!(this.script && island)) this.allow(422);
  }

  /** Says that what is sent next is switched off: the answer is 503. */
  expectOff(): void {
    this.allow(503);
  }

  /** Fills in the sign form of the page that is open. */
  async fill(person: Person, lang: Lang = 'en'): Promise<void> {
    const t = texts[lang];
    const { page } = this;
    await page.getByRole('textbox', { name: t.name, exact: true }).fill(person.name);
    await page.getByRole('textbox', { name: t.email, exact: true }).fill(person.email);
    await page.getByRole('combobox', { name: t.country, exact: true }).selectOption(person.country);
    if (person.postcode !== undefined) await page.getByRole('textbox', { name: t.postcode }).fill(person.postcode);
    if (person.reason !== undefined) await page.getByRole('textbox', { name: t.reason }).fill(person.reason);
    const boxes = [
      [t.showReason, person.showReason],
      [t.showName, person.showName],
      [t.updates, person.updates],
      [t.contact, person.contact],
    ] as const;
    for (const [name, wanted] of boxes) {
      if (wanted) await page.getByRole('checkbox', { name, exact: true }).check();
    }
  }

  submit(lang: Lang = 'en'): Locator {
    return this.page.getByRole('button', { name: texts[lang].sign, exact: true });
  }

  /** Signs a campaign, up to the page that asks to look for the mail. */
  async sign(slug: string, person: Person, lang: Lang = 'en'): Promise<void> {
    await this.visit(`/${lang}/campaigns/${slug}`);
    await this.fill(person, lang);
    await this.submit(lang).click();
    await expect(this.heading(texts[lang].inbox)).toBeVisible();
    await this.alive();
  }

  /** The mail to an address with this number, from 1, once it is there and if there is no later one. */
  async mail(address: string, number = 1): Promise<Mail> {
    await expect.poll(async () => (await this.mails(address)).length, { message: `mails to ${address}` }).toBe(number);
    return (await this.mails(address))[number - 1];
  }

  mails(address: string): Promise<Mail[]> {
    return mailsTo(this.origin, address);
  }

  async openConfirmation(person: Person, lang: Lang = 'en'): Promise<string> {
    const link = linkOf(await this.mail(person.email));
    await this.visit(link);
    await expect(this.heading(texts[lang].confirm)).toBeVisible();
    return link;
  }

  async pressConfirm(lang: Lang = 'en'): Promise<void> {
    await this.page.getByRole('button', { name: texts[lang].confirmButton, exact: true }).click();
    await expect(this.heading(texts[lang].thanks)).toBeVisible();
    await this.alive();
  }

  /** Signs and confirms; returns the link of the mail. */
  async signAndConfirm(slug: string, person: Person, lang: Lang = 'en'): Promise<string> {
    await this.sign(slug, person, lang);
    const link = await this.openConfirmation(person, lang);
    await this.pressConfirm(lang);
    return link;
  }

  /** Opens "My signature" from a mail's link after it was confirmed. */
  async openSignature(link: string, lang: Lang = 'en'): Promise<void> {
    await this.visit(link);
    await expect(this.heading(texts[lang].mine)).toBeVisible();
  }

  /** How many have signed, as the campaign's page says at this moment. */
  async count(slug: string): Promise<number> {
    const answer = await fetch(`${this.origin}/en/campaigns/${slug}`);
    expect(answer.status).toBe(200);
    const text = /<p class="tally-count">(.*?)<\/p>/s.exec(await answer.text())?.[1];
    if (text === undefined) throw new Error('The page does not say how many have signed.');
    if (plain(text).includes('Nobody has signed yet')) return 0;
    const digits = /^\s*([\d,]+)/.exec(plain(text))?.[1];
    if (!digits) throw new Error(`No number in "${plain(text)}".`);
    return Number(digits.replaceAll(',', ''));
  }

  /** The count on the page that is open. */
  shownCount(): Locator {
    return this.page.locator('.tally-count strong');
  }
}
