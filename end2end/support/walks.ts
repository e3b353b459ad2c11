import { expect } from '@playwright/test';
import { ask, button, openLink, pressed, signIn } from './accounts';
import { openFigures, previewOf, save, startDraft, wholeDraft, write } from './drafts';
import { countedRule, stands } from './invalidation';
import { asModerator, changed, giveProof, joinTeam, published, signInAs, submitted } from './review';
import { keyOfDraft, makeKey } from './keys';
import { openList, visitList, withoutKey } from './signers';
import { type Site, somebody } from './site';
import { invite, joinedBy, makeTeam, offerDraft, openInvitation } from './teams';
import { DEPORTATIONS, LIBRARY, CROSSING, texts } from './texts';

const t = texts.en;
const signer = () => somebody({ name: 'Rosa Marchetti', reason: 'My children ask for it every week.', showReason: true, showName: true });

/** Every page of the site, and how one comes there. */
export const walks: Record<string, (site: Site) => Promise<void>> = {
  home: (site) => site.visit('/en'),
  'home-es': (site) => site.visit('/es'),
  'search-nothing': (site) => site.visit('/en?q=xyzzy'),
  campaign: (site) => site.visit(`/en/campaigns/${DEPORTATIONS.slug}`),
  'campaign-es': (site) => site.visit(`/es/campaigns/${CROSSING.slug}`),
  'campaign-reasons': async (site) => {
    await site.signAndConfirm(LIBRARY.slug, signer());
    await site.visit(`/en/campaigns/${LIBRARY.slug}`);
  },
  'campaign-refused': async (site) => {
    await site.visit(`/en/campaigns/${DEPORTATIONS.slug}`);
    site.expectRefusal();
    await site.submit().click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  inbox: (site) => site.sign(DEPORTATIONS.slug, signer()),
  'inbox-refused': async (site) => {
    await site.sign(DEPORTATIONS.slug, signer());
    site.expectRefusal({ island: false });
    await site.page.getByRole('button', { name: t.confirmButton }).click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  confirm: async (site) => {
    const person = signer();
    await site.sign(LIBRARY.slug, person);
    await site.openConfirmation(person);
  },
  thanks: async (site) => {
    await site.signAndConfirm(DEPORTATIONS.slug, signer());
  },
  signature: async (site) => site.openSignature(await site.signAndConfirm(LIBRARY.slug, signer())),
  withdrawn: async (site) => {
    await site.openSignature(await site.signAndConfirm(DEPORTATIONS.slug, somebody()));
    await site.page.locator('summary').filter({ hasText: t.withdrawOpen }).click();
    await site.page.getByRole('button', { name: t.withdraw }).click();
    await expect(site.page.getByText(t.withdrawn)).toBeVisible();
  },
  'link-invalid': (site) => site.visit(`/en/campaigns/${DEPORTATIONS.slug}/confirm/${'A'.repeat(32)}`, 404),
  'sign-in': (site) => site.visit('/en/sign-in'),
  'sign-in-refused': async (site) => {
    await site.visit('/en/sign-in');
    site.expectRefusal({ island: false });
    await button(site, t.ask).click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  'sign-in-sent': (site) => ask(site, somebody().email),
  'sign-in-sent-refused': async (site) => {
    await ask(site, somebody().email);
    site.expectRefusal({ island: false });
    await button(site, t.signIn).click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  'sign-in-not-asked': (site) => site.visit('/en/sign-in/sent'),
  'sign-in-link': async (site) => {
    const { email } = somebody();
    await ask(site, email);
    await openLink(site, email);
    await expect(site.heading(t.signIn)).toBeVisible();
  },
  'sign-in-elsewhere': async (site) => {
    const { email } = somebody();
    await ask(site, email);
    await site.page.context().clearCookies();
    await openLink(site, email);
    await expect(site.heading(t.elsewhere)).toBeVisible();
  },
  'sign-in-code': async (site) => {
    await walks['sign-in-elsewhere'](site);
    await pressed(site, t.showCode, t.shown);
  },
  'sign-in-link-invalid': (site) => site.visit(`/en/sign-in/link/${'A'.repeat(32)}`, 404),
  account: async (site) => {
    await signIn(site, somebody().email);
  },
  'account-refused': async (site) => {
    await signIn(site, somebody().email);
    site.expectRefusal({ island: false });
    await button(site, t.close).click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  'account-closed': async (site) => {
    await signIn(site, somebody().email);
    await site.page.getByRole('checkbox', { name: t.sure }).check();
    await pressed(site, t.close, t.signIn);
  },
  'account-campaigns': async (site) => {
    await startDraft(site);
    await site.visit('/en/account');
  },
  'account-stuck': async (site) => {
    const owner = somebody();
    await signIn(site, owner.email);
    await joinedBy(site, somebody().email);
    await site.page.context().clearCookies();
    // The mail in between said that somebody had joined.
    await signIn(site, owner.email, 3);
    await site.page.getByRole('checkbox', { name: t.sure }).check();
    site.expectRefusal({ island: false });
    await button(site, t.close).click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  teams: async (site) => {
    await signIn(site, somebody().email);
    await site.visit('/en/account/teams');
  },
  'teams-refused': async (site) => {
    await walks.teams(site);
    site.expectRefusal({ island: false });
    await button(site, 'Make a team').click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  'teams-offer': async (site) => {
    const { email } = somebody();
    await startDraft(site);
    await offerDraft(site, email);
    await site.page.context().clearCookies();
    await signIn(site, email, 2);
    await makeTeam(site, 'Everybody who rides line 9 at night, with their friends and their neighbours');
    await site.visit('/en/account/teams');
    await expect(button(site, 'Take it')).toBeVisible();
  },
  team: async (site) => {
    await startDraft(site);
    await offerDraft(site, somebody().email);
    await invite(site, new URL(site.page.url()).pathname, somebody().email);
  },
  'team-refused': async (site) => {
    await signIn(site, somebody().email);
    await makeTeam(site, 'Riders of line 9');
    site.expectRefusal({ island: false });
    await button(site, 'Send the invitation').click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  'team-join': async (site) => {
    const { email } = somebody();
    await signIn(site, somebody().email);
    await invite(site, await makeTeam(site, 'Riders of line 9'), email);
    await site.page.context().clearCookies();
    await openInvitation(site, email);
  },
  'team-join-dead': async (site) => {
    await signIn(site, somebody().email);
    await site.visit(`/en/account/teams/join/${'A'.repeat(43)}`, 404);
  },
  'team-member': async (site) => {
    await signIn(site, somebody().email);
    await joinedBy(site, somebody().email);
  },
  'campaign-new': async (site) => {
    await signIn(site, somebody().email);
    await site.visit('/en/account/campaigns/new');
  },
  'campaign-new-refused': async (site) => {
    await walks['campaign-new'](site);
    site.expectRefusal({ island: false });
    await button(site, t.startCampaign).click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  'campaign-new-signed-out': async (site) => {
    await walks['campaign-new'](site);
    await write(site, { title: 'Typed before the session had ended' });
    await site.page.context().clearCookies();
    site.allow(401);
    await button(site, t.startCampaign).click();
    await expect(site.page.getByText(t.draftSignedOut)).toBeVisible();
  },
  'campaign-new-similar': async (site) => {
    await walks['campaign-new'](site);
    await write(site, { title: LIBRARY.en });
    site.expectRefusal({ island: false });
    await button(site, t.startCampaign).click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  draft: async (site) => {
    await startDraft(site);
  },
  'draft-refused': async (site) => {
    await startDraft(site);
    site.expectRefusal({ island: false });
    await button(site, t.submit).click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  'draft-overtaken': async (site) => {
    const path = await startDraft(site);
    await write(site, { summary: 'Typed here, and saved last.' });
    await site.page.locator('[name="version"]').evaluate((field: HTMLInputElement) => (field.value = '-1'));
    site.expectRefusal({ island: false });
    await button(site, t.save).click();
    await expect(site.page.getByText(t.overtaken)).toBeVisible();
    expect(new URL(site.page.url()).pathname).toBe(path);
  },
  'draft-figures': async (site) => {
    await startDraft(site);
    await openFigures(site);
    await write(site, { facts_title: 'Riders after eleven', fact_label_1: 'Line 9', fact_value_1: '12.5' });
    site.expectRefusal({ island: false });
    await button(site, t.submit).click();
    await expect(site.page.locator('#fact_value_1-error')).toBeVisible();
  },
  'draft-signed-out': async (site) => {
    await startDraft(site);
    await write(site, { summary: 'Typed for an hour.' });
    await site.page.context().clearCookies();
    site.allow(401);
    await button(site, t.save).click();
    await expect(site.page.getByText(t.draftSignedOut)).toBeVisible();
  },
  'draft-submitted': async (site) => {
    await startDraft(site);
    await write(site, wholeDraft());
    await button(site, t.submit).click();
    await expect(site.page.getByText(t.submitted)).toBeVisible();
  },
  'draft-preview': async (site) => {
    const path = await startDraft(site);
    await write(site, wholeDraft());
    await save(site);
    await site.visit(previewOf(path));
  },
  'draft-preview-unfinished': async (site) => {
    await site.visit(previewOf(await startDraft(site)));
  },
  supporters: async (site) => {
    await site.visit((await startDraft(site)).replace('/draft/', '/supporters/'));
    await button(site, 'Make a private link').click();
    await expect(site.page.locator('code.link')).toBeVisible();
  },
  support: async (site) => {
    await startDraft(site);
    await write(site, wholeDraft());
    await save(site);
    await site.visit(new URL(site.page.url()).pathname.replace('/draft/', '/supporters/'));
    await button(site, 'Make a private link').click();
    await site.visit(await site.page.locator('code.link').innerText());
  },
  'draft-key': async (site) => {
    await site.visit(keyOfDraft(await startDraft(site)));
  },
  'draft-key-sheet': async (site) => {
    const draft = await startDraft(site);
    await giveProof(site);
    await site.visit(keyOfDraft(draft));
    if (site.script) await makeKey(site, { copy: true });
  },
  'draft-key-check': async (site) => {
    await walks['draft-key-sheet'](site);
    if (site.script) await button(site, 'I have kept it').click();
  },
  signers: (site) => visitList(site, LIBRARY.slug),
  'signers-nobody': (site) => visitList(site, CROSSING.slug),
  'signers-open': async (site) => {
    await site.signAndConfirm(DEPORTATIONS.slug, somebody({ contact: true, postcode: '06140' }));
    await site.signAndConfirm(DEPORTATIONS.slug, signer());
    await openList(site, DEPORTATIONS.slug);
  },
  review: async (site) => {
    await submitted(site);
    await signInAs(site, 'moderator');
    await site.visit('/en/review');
  },
  'review-campaign': async (site) => {
    const { review } = await submitted(site);
    await signInAs(site, 'moderator');
    await site.visit(review);
  },
  'review-campaign-refused': async (site) => {
    await walks['review-campaign'](site);
    site.expectRefusal({ island: false });
    await button(site, 'Refuse').click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  'campaign-texts': async (site) => {
    const { slug } = await published(site);
    await site.visit(`/en/account/campaigns/texts/${slug}`);
  },
  'draft-changes': async (site) => {
    await walks['campaign-texts'](site);
    await button(site, 'Change the texts').click();
    await expect(site.page.getByText('You are changing the texts of a public campaign.')).toBeVisible();
  },
  'review-changes': async (site) => {
    const { review } = await changed(site);
    await signInAs(site, 'moderator');
    await site.visit(review);
  },
  'earlier-text': async (site) => {
    const { review, slug } = await changed(site);
    await asModerator(site, async () => {
      await site.visit(review);
      await pressed(site, 'Publish', 'Campaigns that wait');
    });
    await site.visit(`/en/campaigns/${slug}/texts/1`);
  },
  'review-campaigns': async (site) => {
    await signInAs(site, 'moderator');
    await site.visit('/en/review/campaigns');
  },
  'review-hide': async (site) => {
    await signInAs(site, 'moderator');
    await site.visit(`/en/review/campaigns/${CROSSING.slug}`);
  },
  'review-reading': async (site) => {
    await signInAs(site, 'moderator');
    await site.visit(`/en/review/campaigns/${CROSSING.slug}/reading`);
  },
  'review-reading-refused': async (site) => {
    await walks['review-reading'](site);
    withoutKey(site, CROSSING.slug);
    await site.page.getByRole('radio', { name: 'Names', exact: true }).check();
    site.expectRefusal({ island: false });
    await button(site, 'Save').click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  'review-reasons': async (site) => {
    await site.signAndConfirm(LIBRARY.slug, signer());
    await signInAs(site, 'moderator');
    await site.visit('/en/review/reasons');
  },
  'review-catalogue': async (site) => {
    await signInAs(site, 'admin');
    await site.visit('/en/review/catalogue');
  },
  report: (site) => site.visit(`/en/campaigns/${CROSSING.slug}/report`),
  'report-refused': async (site) => {
    await walks.report(site);
    site.expectRefusal({ island: false });
    await button(site, 'Send the report').click();
    await expect(site.page.locator('.summary')).toBeVisible();
  },
  'review-reports': async (site) => {
    await walks.report(site);
    await site.page.getByLabel('It calls for hatred or violence').check();
    await pressed(site, 'Send the report', 'Thank you');
    await signInAs(site, 'moderator');
    await site.visit('/en/review/reports');
  },
  'review-report': async (site) => {
    await walks['review-reports'](site);
    await site.page.locator('main .sessions a').first().click();
    await expect(button(site, 'Close the report')).toBeVisible();
  },
  proof: async (site) => {
    await signIn(site, somebody().email);
    await site.visit('/en/account/proof');
  },
  passkeys: async (site) => {
    await signIn(site, somebody().email);
    await site.visit('/en/account/passkeys');
  },
  house: async (site) => {
    await signInAs(site, 'admin');
    await site.visit('/en/house');
  },
  'house-people': async (site) => {
    await signInAs(site, 'admin');
    await site.visit('/en/house/people');
  },
  'house-settings': async (site) => {
    await signInAs(site, 'admin');
    await site.visit('/en/house/settings');
  },
  'house-settings-refused': async (site) => {
    await walks['house-settings'](site);
    site.expectRefusal({ island: false });
    await site.page.getByLabel('Days until it is due').fill('never');
    await button(site, 'Save the settings').click();
    await expect(site.page.locator('.summary')).toBeFocused();
  },
  'house-switches': async (site) => {
    await signInAs(site, 'admin');
    await site.visit('/en/house/settings/switches');
  },
  'house-blocked': async (site) => {
    await signInAs(site, 'admin');
    await site.visit('/en/house/settings/blocked');
  },
  'house-campaigners': async (site) => {
    await signInAs(site, 'admin');
    await site.visit('/en/house/settings/campaigners');
    await site.page.getByRole('textbox', { name: 'E-mail address' }).fill(somebody().email);
    await button(site, 'Invite').click();
    await expect(site.page.getByRole('status')).toContainText('Invited.');
  },
  'house-log': async (site) => {
    await walks['reply-submitted'](site);
    await signInAs(site, 'admin');
    await site.visit('/en/house/log');
  },
  'house-counts': async (site) => {
    await signInAs(site, 'admin');
    await site.visit('/en/house/counts');
  },
  'house-invalidation': async (site) => {
    await countedRule(site);
    await site.visit('/en/house/invalidation');
  },
  'house-invalidation-refused': async (site) => {
    await signInAs(site, 'admin');
    await site.visit('/en/house/invalidation');
    site.expectRefusal({ island: false });
    await button(site, 'Count what agrees').click();
    await expect(site.page.locator('.summary')).toBeFocused();
  },
  'house-rule': async (site) => {
    await countedRule(site);
  },
  'house-rule-applied': async (site) => {
    await countedRule(site);
    await button(site, 'Take them off the count').click();
    await stands(site, 'Applied');
  },
  'campaign-removed': async (site) => {
    await walks['house-rule-applied'](site);
    // Pages are held for a second.
    await expect(async () => {
      await site.visit(`/en/campaigns/${LIBRARY.slug}`);
      await expect(site.page.getByRole('region', { name: 'Taken off the count' })).toBeVisible({ timeout: 1_000 });
    }).toPass();
  },
  run: async (site) => {
    await signIn(site, somebody().email);
    await joinTeam(site, CROSSING.slug);
    await site.visit(`/en/account/campaigns/run/${CROSSING.slug}`);
  },
  'run-refused': async (site) => {
    await walks.run(site);
    // Another story's reply may wait, which the form holds.
    await site.page.getByLabel('Who has answered?').fill('');
    site.expectRefusal({ island: false });
    await button(site, 'Send the reply to review').click();
    await expect(site.page.locator('.summary')).toBeFocused();
  },
  'reply-submitted': async (site) => {
    await walks.run(site);
    await site.page.getByLabel('Who has answered?').fill('The mayor');
    await site.page.getByLabel('Day of the answer').fill('2026-03-01');
    await site.page.getByLabel('The answer', { exact: true }).fill('We will *look into it*.');
    await button(site, 'Send the reply to review').click();
    await expect(site.page.getByText('This reply waits for a moderator.')).toBeVisible();
  },
  'review-replies': async (site) => {
    await walks['reply-submitted'](site);
    await signInAs(site, 'moderator');
    await site.visit('/en/review/replies');
  },
  'campaign-links': async (site) => {
    await signIn(site, somebody().email);
    await joinTeam(site, CROSSING.slug);
    await site.visit(`/en/account/counts/${CROSSING.slug}/links`);
  },
  updates: async (site) => {
    await signIn(site, somebody().email);
    await joinTeam(site, CROSSING.slug);
    await site.visit(`/en/account/campaigns/updates/${CROSSING.slug}`);
  },
  'review-updates': async (site) => {
    await signInAs(site, 'moderator');
    await site.visit('/en/review/updates');
  },
  news: (site) => site.visit(`/en/campaigns/${CROSSING.slug}/updates`),
  'not-found': (site) => site.visit('/en/nowhere', 404),
  about: (site) => site.visit('/en/about'),
  privacy: (site) => site.visit('/en/privacy'),
  outbox: async (site) => {
    const person = somebody();
    await site.sign(CROSSING.slug, person);
    await site.mail(person.email);
    await site.page.goto('/dev/outbox');
  },
  mail: async (site) => {
    await walks.outbox(site);
    await site.page.locator('.mails a').first().click();
    await expect(site.page.locator('.mail-text').first()).toBeVisible();
  },
};
