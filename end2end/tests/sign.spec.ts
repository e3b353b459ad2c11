import { linkOf } from '../support/outbox';
import { somebody } from '../support/site';
import { expect, test } from '../support/test';
import { CROSSING, DEPORTATIONS, LIBRARY, texts } from '../support/texts';

const t = texts.en;

test('a newcomer signs, reads the mail, confirms, and is counted once', async ({ site, page }) => {
  const person = somebody({ name: 'Rosa Marchetti', postcode: '752', updates: true, contact: true });
  const before = await site.count(DEPORTATIONS.slug);
  await site.visit('/en');
  await page.getByRole('link', { name: DEPORTATIONS.en, exact: true }).click();
  await expect(site.heading(DEPORTATIONS.en)).toBeVisible();
  await site.alive();
  for (const box of await page.getByRole('checkbox').all()) await expect(box).not.toBeChecked();
  await site.fill(person);
  await site.submit().click();

  await expect(site.heading(t.inbox)).toBeVisible();
  await expect(page).toHaveURL(`/en/campaigns/${DEPORTATIONS.slug}/inbox`);
  await expect(page.getByRole('main')).toContainText(person.email);
  const mail = await site.mail(person.email);
  expect(mail.subject).toBe(t.confirmSubject);
  await expect(page.getByRole('main'), 'the page tells the subject of the mail').toContainText(mail.subject);
  expect(mail.text).toContain(DEPORTATIONS.en);
  expect(mail.text + mail.html).not.toContain(person.name);
  expect(await site.count(DEPORTATIONS.slug), 'nothing counts before it is confirmed').toBe(before);

  await site.openConfirmation(person);
  expect(await site.count(DEPORTATIONS.slug), 'opening the link counts nothing').toBe(before);
  await site.pressConfirm();
  await expect(page).toHaveURL(`/en/campaigns/${DEPORTATIONS.slug}/thanks`);
  await expect(page.getByText(t.counts)).toBeVisible();
  await expect(site.shownCount()).toHaveText((before + 1).toLocaleString('en'));
  expect(await site.count(DEPORTATIONS.slug)).toBe(before + 1);
});

test('reloading and opening the link again do no harm', async ({ site, page }) => {
  const person = somebody();
  const before = await site.count(LIBRARY.slug);
  const link = await site.signAndConfirm(LIBRARY.slug, person);
  await page.reload();
  await expect(site.heading(t.thanks)).toBeVisible();
  await site.openSignature(link);
  await expect(page.getByText(t.confirmed)).toBeVisible();
  expect(await site.count(LIBRARY.slug)).toBe(before + 1);
});

test('a refused form keeps every field and says what to do beside each', async ({ site, page }) => {
  await site.visit(`/en/campaigns/${DEPORTATIONS.slug}`);
  const typed = somebody({
    name: '=HYPERLINK(1)',
    email: 'nobody@nowhere',
    postcode: '75_2',
    reason: 'First line\n</textarea><script>alert(1)</script>',
    showReason: true,
    updates: true,
  });
  await site.fill(typed);
  site.expectRefusal();
  await site.submit().click();

  const summary = page.locator('.summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(3);
  await expect(page.locator('#name-error')).toContainText('Begin the name with a letter');
  await expect(page.locator('#email-error')).toContainText('That is not a complete e-mail address.');
  await expect(page.locator('#postcode-error')).toContainText('Use letters, digits, spaces and hyphens only.');
  for (const field of ['name', 'email', 'postcode']) {
    await expect(page.locator(`#${field}`)).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator(`#${field}`)).toHaveAttribute('aria-describedby', new RegExp(`\\b${field}-error\\b`));
  }
  await expect(page.locator('#name')).toHaveValue(typed.name);
  await expect(page.locator('#email')).toHaveValue(typed.email);
  await expect(page.locator('#country')).toHaveValue(typed.country);
  await expect(page.locator('#postcode')).toHaveValue('75_2');
  await expect(page.locator('#reason')).toHaveValue(typed.reason ?? '');
  await expect(page.locator('#show_reason')).toBeChecked();
  await expect(page.locator('#updates')).toBeChecked();
  await expect(page.locator('#show_name')).not.toBeChecked();
  expect(await site.mails('nobody@nowhere')).toEqual([]);

  await site.alive();
  const corrected = somebody({ name: 'Ana', postcode: '752' });
  await site.fill(corrected);
  await site.submit().click();
  await expect(site.heading(t.inbox)).toBeVisible();
  await site.mail(corrected.email);
});

test('an empty form names each field that is needed, and leads to it', async ({ site, page }) => {
  await site.visit(`/en/campaigns/${DEPORTATIONS.slug}`);
  site.expectRefusal();
  await site.submit().click();
  const summary = page.locator('.summary');
  for (const [field, text] of Object.entries({ name: t.missingName, email: t.missingEmail, country: t.missingCountry })) {
    await expect(page.locator(`#${field}-error`)).toHaveText(text);
    await expect(summary.getByRole('link', { name: text })).toHaveAttribute('href', `#${field}`);
  }
  await summary.getByRole('link', { name: t.missingEmail }).click();
  await expect(page.locator('#email')).toBeFocused();
});

test('signing again looks the same, counts nothing, and brings a mail that says so', async ({ site, page }) => {
  const person = somebody();
  const before = await site.count(DEPORTATIONS.slug);
  await site.sign(DEPORTATIONS.slug, person);
  const first = await page.getByRole('main').innerText();
  await site.openConfirmation(person);
  await site.pressConfirm();
  await site.sign(DEPORTATIONS.slug, person);
  expect(await page.getByRole('main').innerText()).toBe(first);
  const again = await site.mail(person.email, 2);
  expect(again.subject).toBe(t.againSubject);
  await site.openSignature(linkOf(again));
  await expect(page.getByText(t.confirmed)).toBeVisible();
  expect(await site.count(DEPORTATIONS.slug)).toBe(before + 1);
});

test('sending the form twice before confirming brings one mail', async ({ site, page }) => {
  const person = somebody();
  const before = await site.count(CROSSING.slug);
  await site.sign(CROSSING.slug, person);
  await page.goBack();
  await expect(site.heading(CROSSING.en)).toBeVisible();
  await site.alive();
  await site.fill(person);
  await site.submit().click();
  await expect(site.heading(t.inbox)).toBeVisible();
  await site.openConfirmation(person);
  await site.pressConfirm();
  expect(await site.count(CROSSING.slug)).toBe(before + 1);
});

test('two people share a mailbox, and both count', async ({ site }) => {
  const before = await site.count(DEPORTATIONS.slug);
  const first = somebody({ name: 'Mateo Quiroga' });
  await site.signAndConfirm(DEPORTATIONS.slug, first);
  await site.sign(DEPORTATIONS.slug, { ...first, name: 'Lucía Quiroga' });
  const mail = await site.mail(first.email, 2);
  expect(mail.subject).toBe(t.confirmSubject);
  await site.visit(linkOf(mail));
  await site.pressConfirm();
  expect(await site.count(DEPORTATIONS.slug)).toBe(before + 2);
});

test('a campaign without reasons asks for none', async ({ site, page }) => {
  const before = await site.count(CROSSING.slug);
  await site.visit(`/en/campaigns/${CROSSING.slug}`);
  await expect(page.locator('#reason, #show_reason, #show_name, #postcode')).toHaveCount(0);
  await site.signAndConfirm(CROSSING.slug, somebody());
  expect(await site.count(CROSSING.slug)).toBe(before + 1);
});

test.describe('with script', { tag: '@script' }, () => {
  test('the form is sent without loading the page anew, and once for two clicks', async ({ site, page }) => {
    const person = somebody();
    await site.visit(`/en/campaigns/${CROSSING.slug}`);
    const sent: boolean[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.isNavigationRequest());
    });
    await site.fill(person);
    await site.submit().dblclick();
    await expect(site.heading(t.inbox)).toBeVisible();
    expect(sent).toEqual([false]);
    await site.mail(person.email);
  });

  test('a mistyped domain brings a hint that one tap takes', async ({ site, page }) => {
    await site.visit(`/en/campaigns/${CROSSING.slug}`);
    await page.locator('#email').fill('ana@gmial.com');
    await page.locator('#email').blur();
    await page.getByRole('button', { name: 'ana@gmail.com' }).click();
    await expect(page.locator('#email')).toHaveValue('ana@gmail.com');
    await expect(page.locator('#email')).toBeFocused();
  });

  test('what is left of a reason is told as one types', async ({ site, page }) => {
    await site.visit(`/en/campaigns/${LIBRARY.slug}`);
    await expect(page.locator('#reason-left')).toHaveText('500 characters left');
    await page.locator('#reason').fill('Sundays!');
    await expect(page.locator('#reason-left')).toHaveText('492 characters left');
  });

  test('somebody with a keyboard alone can sign and confirm', async ({ site, page }) => {
    const person = somebody();
    await site.visit(`/en/campaigns/${CROSSING.slug}`);
    const tabTo = async (target: string) => {
      for (let press = 0; press < 60; press += 1) {
        if (await page.evaluate((target) => document.activeElement?.matches(target) ?? false, target)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Sixty presses of Tab did not lead to ${target}.`);
    };
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo('#name');
    await page.keyboard.type(person.name);
    await tabTo('#email');
    await page.keyboard.type(person.email);
    await tabTo('#country');
    await page.keyboard.type('Mexico');
    await expect(page.locator('#country')).toHaveValue('MX');
    await tabTo('#updates');
    await page.keyboard.press('Space');
    await expect(page.locator('#updates')).toBeChecked();
    await tabTo('form button[type="submit"]');
    await page.keyboard.press('Enter');
    await expect(site.heading(t.inbox)).toBeVisible();
    await site.openConfirmation(person);
    await tabTo('main form button[type="submit"]');
    await page.keyboard.press('Enter');
    await expect(site.heading(t.thanks)).toBeVisible();
  });
});
