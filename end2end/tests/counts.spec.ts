import { signIn } from '../support/accounts';
import { somebody } from '../support/site';
import { expect, test } from '../support/test';
import { CROSSING, texts } from '../support/texts';

for (const lang of ['en', 'es'] as const) {
  const t = texts[lang];
  const counts = `/${lang}/account/counts/${CROSSING.slug}`;

  test(`${lang}: the counts of a campaign lead a browser that is not signed in to the sign-in page`, async ({ site, page }) => {
    await site.visit(counts);
    await expect(site.heading(t.signIn)).toBeVisible();
    await expect(page).toHaveURL(`/${lang}/sign-in`);
  });

  test(`${lang}: the counts of a stranger's campaign are not to be found`, async ({ site, page }) => {
    await signIn(site, somebody().email, 1, lang);
    await site.visit(counts, 404);
    await expect(site.heading(t.notFound)).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(CROSSING[lang]);
    await site.visit(counts.replace(CROSSING.slug, 'there-is-none'), 404);
    await expect(site.heading(t.notFound)).toBeVisible();
  });
}
