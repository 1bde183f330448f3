import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";

const FOLDER = join(import.meta.dirname, "golden");

/**
 * Compares with a transcript that a person has looked at. `UPDATE=1 npx vitest run test/report` rewrites transcripts;
 * read the diff before committing it.
 */
export function expectGolden(name: string, text: string): void {
  const file = join(FOLDER, name);
  if (process.env["UPDATE"] === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${file} is missing; UPDATE=1 writes it`).toBe(true);
  expect(text).toBe(readFileSync(file, "utf8"));
}
