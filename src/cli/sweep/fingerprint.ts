import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../app/package-root.ts";
import type { PreparedSweep, SweepSetup } from "./prepare.ts";

/**
 * SHA-256 over everything that decides the rows of a sweep: the program's version, its catalogue, the values of the workload file and of
 * the files that it names, the axes, the chips and how many candidates a point lists. Comments and layout do not count.
 */
export function fingerprint(setup: SweepSetup, { document, axes, sweep }: PreparedSweep): string {
  const catalog = readFileSync(join(packageRoot(), "dist", "data", "catalog.json"));
  const first = sweep.workload(axes.map(() => 0));
  const values = axes.map(({ key, values }) => [
    key,
    values.map((value) => (value.kind === "given" ? value.given : { factor: value.factor })),
  ]);
  const { version, chips, top } = setup;
  const workload = first.ok ? first.value : null;
  return createHash("sha256")
    .update(catalog)
    .update(JSON.stringify([version, document.value, workload, values, chips, top]))
    .digest("hex");
}
