import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeValidators } from "../../src/build/validators.ts";

const ROOT = join(import.meta.dirname, "../..");
const FILES = [
  "validate-workload.js",
  "validate-result.js",
  "validate-model-profile.js",
  "validate-matrix.js",
  "validate-spec.js",
  "validate-policy.js",
  "validate-policy-test.js",
  "validate-baseline.js",
];

it("the same schemas give the same bytes anywhere, and those in use are the schemas' own", async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), "chipselect-validators-"));
  try {
    await cp(join(ROOT, "schemas"), join(elsewhere, "schemas"), { recursive: true });
    await writeValidators(elsewhere);
    for (const file of FILES) {
      const fresh = await readFile(join(elsewhere, "src/generated", file), "utf8");
      const used = await readFile(join(ROOT, "src/generated", file), "utf8");
      expect(fresh === used, `src/generated/${file} is stale: npm run build`).toBe(true);
    }
  } finally {
    await rm(elsewhere, { recursive: true });
  }
});
