/**
 * Writes the table of prediction errors in README.md anew, from what the built program prints. Run by `npm run docs` after a build;
 * test/docs/validation-table.test.ts fails while the table is not current.
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findReadmeBlock, readmeBlock } from "../report/validation/readme-table.ts";
import type { ValidationResult } from "../validation/types.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** A result lists every row; this is many times its size. */
const LARGEST_BYTES = 256e6;

const program = [join(root, "bin/chipselect.js"), "validate", "--format", "json"];
const { stdout } = await promisify(execFile)(process.execPath, program, {
  maxBuffer: LARGEST_BYTES,
});
const result: ValidationResult = JSON.parse(stdout);
const readme = join(root, "README.md");
const text = await readFile(readme, "utf8");
const block = findReadmeBlock(text);
if (block === null) {
  console.error("README.md has no single block between the validation markers");
  process.exitCode = 1;
} else {
  await writeFile(
    readme,
    text.replace(block, () => readmeBlock(result)),
  );
}
