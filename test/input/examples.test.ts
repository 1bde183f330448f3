import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { knownNames } from "../../src/app/known-names.ts";
import { MODEL_CHECKS } from "../../src/app/model-checks.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import { scenarioIds } from "../../src/app/scenarios.ts";
import { readWorkload } from "../../src/input/read-workload.ts";

const known = knownNames(loadBuiltinCatalog());

describe("the example workloads", () => {
  it.each(scenarioIds())("give no warning: %s is what a newcomer copies", (id) => {
    const file = join(packageRoot(), "profiles/workloads", `${id}.yaml`);
    const reading = readWorkload(readFileSync(file, "utf8"), file, known, {
      readJson: () => ({ ok: false, message: "examples read no files" }),
      ...MODEL_CHECKS,
    });
    expect(reading).toMatchObject({ ok: true, warnings: [] });
  });
});
