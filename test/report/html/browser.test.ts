import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluationDocument } from "../../../src/report/evaluation/document.ts";
import { explainDocument } from "../../../src/report/explain/document.ts";
import { writeHtml } from "../../../src/report/html/page.ts";
import { writeJson } from "../../../src/report/json.ts";
import { validationDocument } from "../../../src/report/validation/document.ts";
import { temporaryFolders } from "../../cli/temporary-folder.ts";
import { findBrowser } from "./find-browser.ts";
import { EVALUATION } from "../fixtures/evaluation.ts";
import { EXPLAIN } from "../fixtures/explain.ts";
import { VALIDATION } from "../fixtures/validation.ts";

const BROWSER = findBrowser(process.env);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const UNFOLD = "document.querySelectorAll('details').forEach((part) => { part.open = true; })";

const HOSTILE = `</script><script>window.broken=1</script><img src=http://127.0.0.1:9/x onerror=window.broken=1>"'><style>*{display:none}`;
const hostileResult = {
  ...EVALUATION,
  workload: { ...EVALUATION.workload, name: HOSTILE },
  candidates: EVALUATION.candidates.map((candidate) => ({
    ...candidate,
    name: `${candidate.name} ${HOSTILE}`,
  })),
};
const everything = {
  by: ["set", "chip", "class", "stack", "metric", "model"],
  rows: true,
  scatter: true,
} as const;
const view = { source: "chat.yaml", all: true };
const PAGES = {
  evaluation: writeHtml(evaluationDocument(EVALUATION, view), EVALUATION),
  explanation: writeHtml(explainDocument(EXPLAIN, view), EXPLAIN),
  validation: writeHtml(validationDocument(VALIDATION, everything), VALIDATION),
  hostile: writeHtml(
    evaluationDocument(hostileResult, { source: HOSTILE, all: true }),
    hostileResult,
  ),
};
const NAMES = ["evaluation", "explanation", "validation", "hostile"] as const;

// A run without a browser shows the title beside the skipped tests.
describe.skipIf(BROWSER === null)(
  "HTML reports in a browser (install chromium, or name one in CHROMIUM)",
  { timeout: 60_000 },
  () => {
    const folder = temporaryFolders();
    let browser: Browser;

    beforeAll(async () => {
      // Without its sandbox, which the superuser of a container may not use; the pages are our own.
      browser = await chromium.launch({ executablePath: BROWSER ?? "", args: ["--no-sandbox"] });
    }, 60_000);

    afterAll(async () => {
      await browser.close();
    });

    interface Opened {
      page: Page;
      /** Messages of the console, failures and requests beyond the file itself. */
      incidents: string[];
    }

    async function open(
      name: (typeof NAMES)[number],
      colorScheme: "light" | "dark" = "light",
    ): Promise<Opened> {
      const file = join(folder(), `${name}.html`);
      writeFileSync(file, PAGES[name]);
      const url = pathToFileURL(file).href;
      const page = await browser.newPage({ colorScheme });
      const incidents: string[] = [];
      page.on("console", (message) => incidents.push(`${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => incidents.push(`error: ${error.message}`));
      page.on("request", (request) => {
        if (request.url() !== url && !request.url().startsWith("data:")) {
          incidents.push(`request: ${request.url()}`);
        }
      });
      await page.goto(url);
      return { page, incidents };
    }

    describe.each(NAMES)("the page %s", (name) => {
      it("has no fault that axe knows, in light and dark, folded parts open", async () => {
        const { page } = await open(name);
        await page.evaluate(UNFOLD);
        await page.evaluate(AXE);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          const { violations, passes } = await page.evaluate<AxeResults>("axe.run()");
          const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary}`);
          expect({ colorScheme, told }).toEqual({ colorScheme, told: [] });
          expect(passes.map(({ id }) => id)).toContain("color-contrast");
        }
        await page.close();
      });

      it("fits screens of 360 to 1280 px, asks no one for anything, and says nothing to the console", async () => {
        const { page, incidents } = await open(name);
        await page.evaluate(UNFOLD);
        for (const width of [360, 768, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
        }
        await page.waitForLoadState("networkidle");
        expect(incidents).toEqual([]);
        expect(await page.evaluate("'broken' in window")).toBe(false);
        await page.close();
      });
    });

    it("gives the result back as JSON, even of a hostile workload", async () => {
      for (const [name, result] of [
        ["evaluation", EVALUATION],
        ["hostile", hostileResult],
      ] as const) {
        const { page } = await open(name);
        const json = await page.evaluate<string>("document.getElementById('result').textContent");
        expect(JSON.parse(json)).toEqual(JSON.parse(writeJson(result)));
        expect(await page.title()).toBe(`${result.workload.name} · chipselect`);
        await page.close();
      }
    });

    it("is dark where the system is, and light on paper all the same", async () => {
      const { page } = await open("evaluation", "dark");
      const ground = "getComputedStyle(document.body).backgroundColor";
      expect(await page.evaluate(ground)).toBe("rgb(20, 24, 29)");
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      expect(await page.evaluate(ground)).toBe("rgb(255, 255, 255)");
      await page.close();
    });

    it("unfolds every part on paper and leaves the list of contents out", async () => {
      const { page } = await open("evaluation");
      const hidden = page.getByText("no plan: 1 chip");
      expect(await hidden.isVisible()).toBe(false);
      await page.emulateMedia({ media: "print" });
      expect(await hidden.isVisible()).toBe(true);
      expect(await page.getByRole("navigation").isVisible()).toBe(false);
      await page.close();
    });

    it("is used with the keyboard: the first stop skips to the report", async () => {
      const { page } = await open("evaluation");
      await page.keyboard.press("Tab");
      const link = page.getByRole("link", { name: "Skip to the report" });
      expect(await page.evaluate("document.activeElement.textContent")).toBe(
        await link.textContent(),
      );
      expect((await link.boundingBox())?.x).toBeGreaterThanOrEqual(0);
      await page.keyboard.press("Enter");
      expect(await page.evaluate("document.activeElement.id")).toBe("report");
      await page.close();
    });
  },
);
