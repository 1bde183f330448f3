import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { heldOutTable } from "../../src/build/held-out-table.ts";
import {
  findReadmeBlock,
  markedTable,
  readmeBlock,
} from "../../src/report/validation/readme-table.ts";
import { chipselect } from "../cli/fake-io.ts";

const ROOT = join(import.meta.dirname, "../..");
const README = join(ROOT, "README.md");
/** All shipped measurements are predicted; the goal is 5 s on an idle machine. */
const TIMEOUT = 60_000;

it(
  "the README shows the errors that `chipselect validate` gives now (npm run docs writes them)",
  async () => {
    const { code, stdout } = await chipselect(["validate", "--format", "json"]);
    expect(code).toBe(0);
    expect(findReadmeBlock(readFileSync(README, "utf8"))).toBe(readmeBlock(JSON.parse(stdout)));
  },
  TIMEOUT,
);

it("the README shows the errors out of sample that the last calibration wrote (npm run docs)", async () => {
  const shown = findReadmeBlock(readFileSync(README, "utf8"), "held-out");
  expect(shown).toBe(markedTable("held-out", await heldOutTable(ROOT)));
});
