import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { CDPSession, Page } from '@playwright/test';
import { button, openLink, pressed, signIn } from '../support/accounts';
import { signInAs } from '../support/review';
import { type Site, somebody } from '../support/site';
import { expect, test } from '../support/test';
import { texts } from '../support/texts';

const t = texts.en;
const SCREENS = fileURLToPath(new URL('../test-results/screens/', import.meta.url));
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Browsers allow passkeys where an address has a name alone.
test.use({ named: true });

/** A device that this page's browser asks, as a telephone that recognises its owner. */
class Device {
  private constructor(
    private readonly session: CDPSession,
    private readonly authenticatorId: string,
  ) {}

  static async of(page: Page): Promise<Device> {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new Device(session, authenticatorId);
  }

  /** Whether it recognises whoever holds it. */
  async recognises(isUserVerified: boolean): Promise<void> {
    await this.session.send('WebAuthn.setUserVerified', { authenticatorId: this.authenticatorId, isUserVerified });
  }

  async count(): Promise<number> {
    const { credentials } = await this.session.send('WebAuthn.getCredentials', { authenticatorId: this.authenticatorId });
    return credentials.length;
  }
}

async function add(site: Site, name: string): Promise<void> {
  await site.visit('/en/account/passkeys');
  await site.page.getByRole('textbox', { name: 'Name of the passkey' }).fill(name);
  await button(site, 'Add a passkey').click();
  await expect(site.page.getByText('The passkey is added.')).toBeVisible();
  await expect(site.page.locator('.sessions')).toContainText(name);
}

async function signOut(site: Site): Promise<void> {
  await site.visit('/en/account');
  await pressed(site, t.signOut, t.signIn);
  await site.alive();
}

/** Holds a page against the rules for access, in light and dark, and at the width of a telephone. */
async function fits(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: width < 400 ? 740 : 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`), name).toEqual([]);
      if (!process.env.SCREENSHOTS) continue;
      mkdirSync(SCREENS, { recursive: true });
      await page.screenshot({ path: `${SCREENS}${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

test('a passkey is added, signs in without a mail, and is removed', { tag: '@script' }, async ({ site, page }) => {
  // Three pages are held against all rules at each width.
  test.slow();
  const { email } = somebody();
  const device = await Device.of(page);
  await signIn(site, email);
  await site.visit('/en/account/passkeys');
  await button(site, 'Add a passkey').click();
  await expect(page.getByRole('status')).toHaveText('Give the passkey a name first.');
  await expect(page.getByRole('textbox', { name: 'Name of the passkey' })).toBeFocused();
  expect(await device.count()).toBe(0);
  await add(site, 'My telephone');
  expect(await device.count()).toBe(1);
  expect((await site.mail(email, 2)).subject).toBe('Undersigned: a passkey was added');
  await fits(page, 'passkeys-added');
  // The same device makes no second one for the account.
  await site.visit('/en/account/passkeys');
  await page.getByRole('textbox', { name: 'Name of the passkey' }).fill('Again');
  await button(site, 'Add a passkey').click();
  await expect(page.getByRole('status')).toContainText('This device has a passkey for this account already.');

  await signOut(site);
  await fits(page, 'sign-in-passkey');
  await button(site, 'Sign in with a passkey').click();
  await expect(site.heading(t.account)).toBeVisible();
  await expect(page.locator('.address')).toHaveText(email);
  expect((await site.mail(email, 3)).subject).toBe('Undersigned: somebody signed in');

  await site.visit('/en/account/passkeys');
  await button(site, 'Remove').click();
  await expect(page.getByText('The passkey is removed.')).toBeVisible();
  await signOut(site);
  site.expectRefusal({ island: false });
  await button(site, 'Sign in with a passkey').click();
  await expect(page.locator('.summary')).toBeFocused();
  await expect(page.locator('.summary')).toContainText('There is no such passkey here');
  await fits(page, 'sign-in-passkey-refused');
});

test('an admin proves by a passkey who it is', { tag: '@script' }, async ({ site, page }) => {
  test.slow();
  await Device.of(page);
  const email = await signInAs(site, 'admin');
  await add(site, 'Key');
  await signOut(site);
  await page.getByRole('textbox', { name: t.email, exact: true }).fill(email);
  await pressed(site, t.ask, t.sent);
  await openLink(site, email, 3);
  await pressed(site, t.signIn, t.account);
  await site.visit('/en/house/people');
  await expect(site.heading('Second proof')).toBeVisible();
  await site.alive();
  await fits(page, 'proof-passkey');
  await button(site, 'Use a passkey').click();
  await expect(site.heading('People')).toBeVisible();
  await site.visit('/en/account/passkeys');
  await expect(page.getByRole('main')).toContainText('before you remove this one');
});

test('what a device does not do is told beside the button', { tag: '@script' }, async ({ site, page }) => {
  const device = await Device.of(page);
  await device.recognises(false);
  await site.visit('/en/sign-in');
  await button(site, 'Sign in with a passkey').click();
  await expect(page.getByRole('status')).toContainText('Nothing was changed: try again.');
  await expect(button(site, 'Sign in with a passkey')).toBeEnabled();
});

test('a browser without passkeys says so, and keeps the link', { tag: '@script' }, async ({ site, page }) => {
  await page.addInitScript(() => {
    (globalThis as any).PublicKeyCredential = undefined;
  });
  await page.goto('/en/sign-in');
  await expect(page.getByText('This browser is too old for passkeys here')).toBeVisible();
  await expect(button(site, 'Sign in with a passkey')).toHaveCount(0);
  await expect(button(site, t.ask)).toBeVisible();
});

test('without script nothing is offered that would not work', async ({ site, page }) => {
  test.skip(site.script, 'a story of browsers without script');
  await signIn(site, somebody().email);
  await site.visit('/en/account/passkeys');
  await expect(page.getByText('Passkeys need JavaScript')).toBeVisible();
  await expect(button(site, 'Add a passkey')).toHaveCount(0);
  await site.page.context().clearCookies();
  await site.visit('/en/sign-in');
  await expect(button(site, t.ask)).toBeVisible();
  await expect(button(site, 'Sign in with a passkey')).toHaveCount(0);
});
