import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const FOLDER = join(import.meta.dirname, "golden");

/**
 * A transcript that a person has looked at. `UPDATE=1 npx vitest run test/report` rewrites transcripts with the present
 * text; read the diff before committing it.
 */
export function golden(name: string, present: string): string {
  const file = join(FOLDER, name);
  if (process.env["UPDATE"] === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, present);
  }
  return readFileSync(file, "utf8");
}
