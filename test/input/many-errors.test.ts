import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readWorkload } from "../../src/input/read-workload.ts";
import { renderDiagnostics } from "../../src/input/render-diagnostics.ts";
import { KNOWN } from "./known.ts";

const FILE = new URL("../fixtures/workloads/many-errors.yaml", import.meta.url);
const GOLDEN = new URL("golden/many-errors.txt", import.meta.url);

/** Compared with a transcript that a person has read; `UPDATE=1 npx vitest run test/input` rewrites it. */
it("finds every fault of a file in one run", () => {
  const text = readFileSync(FILE, "utf8");
  const reading = readWorkload(text, "many-errors.yaml", KNOWN);
  const diagnostics = reading.ok ? [] : reading.diagnostics;
  const sources = new Map([["many-errors.yaml", text]]);
  // In two parts, so that the transcript shows all of them in spite of the cap.
  const transcript = [diagnostics.slice(0, 15), diagnostics.slice(15)]
    .map((part) => renderDiagnostics(part, { sources }))
    .join("\n");
  if (process.env["UPDATE"] === "1") writeFileSync(GOLDEN, transcript);
  expect(transcript).toBe(readFileSync(GOLDEN, "utf8"));
});
