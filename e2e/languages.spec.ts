import { expect, test } from "./support/test.ts";
import { PHONE } from "./support/visitor.ts";
import { type Language, words } from "./support/words.ts";

const LANGUAGES: readonly Language[] = ["fr", "en", "wo"];

test("every page speaks French, English and Wolof, and remembers which", async ({
  browser,
  server,
  clinic,
}) => {
  const page = await (await browser.newContext({ viewport: PHONE, locale: "fr-SN" })).newPage();
  for (const language of LANGUAGES) {
    await test.step(language, async () => {
      await page.goto(`${server.origin}/join/${clinic.slug}`);
      await page.locator(`button[lang=${language}]`).click();
      await expect(page.getByTestId("join")).toHaveText(words(language, "pages", "join.join"));
      await page.reload();
      await expect(page.getByTestId("join")).toHaveText(words(language, "pages", "join.join"));
      await expect(page.locator("html")).toHaveAttribute("lang", language);

      await page.goto(`${server.origin}/console/sign-in`);
      await page.locator(`button[lang=${language}]`).click();
      await expect(page.locator("form button[type=submit]")).toHaveText(
        words(language, "console", "sign-in.submit"),
      );
      await expect(page.locator("html")).toHaveAttribute("lang", language);

      await page.goto(`${server.origin}/display/${clinic.displays[0]?.id ?? ""}?lang=${language}`);
      await expect(page.getByTestId("connection")).toContainText(
        words(language, "pages", "board.connection.live.state"),
      );
    });
  }
});
