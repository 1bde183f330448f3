import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { temporaryFolders } from "../temporary-folder.ts";
import { check, EXAMPLE, FIXTURES, parsed, PATIENCE } from "./worked-example.ts";

const folder = temporaryFolders();
vi.setConfig(PATIENCE);

describe("a baseline", () => {
  it("is saved, compared, and told apart from what fails anew", async () => {
    const base = join(folder(), "base.json");
    const saved = await check(EXAMPLE, ["--save-baseline", base]);
    expect(saved).toMatchObject({ code: 0, stderr: `wrote ${base}\n` });
    const same = await check(EXAMPLE, ["--baseline", base, "-f", "json"]);
    expect(same.code).toBe(0);
    expect(parsed(same).summary.skipped).toBe(0);
    const dearer = await check(`${FIXTURES}/fails/price.yaml`, ["--baseline", base, "-f", "json"]);
    const worse = parsed(dearer).checks.filter(
      ({ code, status }) => code === "CS2103" && status === "fail",
    );
    expect(worse.map(({ id, known }) => [id, known])).toEqual([
      ["no-regression.cost", false],
      ["no-regression.unit-cost", false],
      ["no-regression.capital", false],
      ["no-regression.cost", false],
      ["no-regression.unit-cost", false],
      ["no-regression.capital", false],
    ]);
    // The line of the price that was raised, though more arithmetic would pass as well.
    const { place, change } = worse[0] ?? {};
    expect([change?.field, place?.line]).toEqual(["price", 56]);
    const price = parsed(dearer).figures.find(({ metric }) => metric === "price");
    expect(price).toMatchObject({ before: 8000, now: 60_000, better: false });
  });

  it("that failed already is known, and what is mended is said", async () => {
    const base = join(folder(), "base.json");
    await check(`${FIXTURES}/fails/die.yaml`, ["--save-baseline", base]);
    const again = await check(`${FIXTURES}/fails/die.yaml`, ["--baseline", base, "-f", "json"]);
    expect(again.code).toBe(1);
    expect(parsed(again).checks.find(({ id }) => id === "die")?.known).toBe(true);
    const mended = await check(EXAMPLE, ["--baseline", base, "-f", "json"]);
    expect(parsed(mended).warnings).toEqual([
      "fixed since the baseline: die (CS2101) of meridian-1",
    ]);
  });

  it("with entries that nothing answers to warns", async () => {
    const base = join(folder(), "base.json");
    await check(EXAMPLE, ["--save-baseline", base]);
    writeFileSync(base, readFileSync(base, "utf8").replaceAll("meridian-1", "meridian-0"));
    const outcome = await check(EXAMPLE, ["--baseline", base, "-f", "json"]);
    expect(outcome.code).toBe(0);
    expect(parsed(outcome).checks.find(({ code }) => code === "CS2021")?.message).toContain(
      "meridian-0",
    );
  });

  it.each(["", "{}", '{"kind": "chipselect-baseline"', "null"])(
    "that is malformed (%j) ends with 2, never with a pass",
    async (text) => {
      const base = join(folder(), "base.json");
      writeFileSync(base, text);
      const { code, stdout, stderr } = await check(EXAMPLE, ["--baseline", base]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("error[CS2020]");
    },
  );

  it("that does not exist ends with 2", async () => {
    expect((await check(EXAMPLE, ["--baseline", "none.json"])).code).toBe(2);
  });
});
