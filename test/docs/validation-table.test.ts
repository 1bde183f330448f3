import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findReadmeBlock, readmeBlock } from "../../src/report/validation/readme-table.ts";
import { chipselect } from "../cli/fake-io.ts";

const README = join(import.meta.dirname, "../../README.md");
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
