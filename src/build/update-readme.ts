/**
 * Writes the tables of prediction errors in README.md anew, from what the built program prints and the last calibration found. Run by `npm run docs` after a build;
 * test/docs/validation-table.test.ts fails while the table is not current.
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findReadmeBlock, markedTable, readmeBlock } from "../report/validation/readme-table.ts";
import type { ValidationResult } from "../validation/types.ts";
import { heldOutTable } from "./held-out-table.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** A result lists every row; this is many times its size. */
const LARGEST_BYTES = 256e6;

const program = [join(root, "bin/chipselect.js"), "validate", "--format", "json"];
const { stdout } = await promisify(execFile)(process.execPath, program, {
  maxBuffer: LARGEST_BYTES,
});
const result: ValidationResult = JSON.parse(stdout);
const readme = join(root, "README.md");
const blocks = {
  validation: readmeBlock(result),
  "held-out": markedTable("held-out", await heldOutTable(root)),
};
let text = await readFile(readme, "utf8");
for (const [name, block] of Object.entries(blocks)) {
  const found = findReadmeBlock(text, name);
  if (found === null) throw new Error(`README.md has no single block between the ${name} markers`);
  text = text.replace(found, () => block);
}
await writeFile(readme, text);
