import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { evaluate } from "../../app/evaluate.ts";
import { indexHardware } from "../../app/hardware.ts";
import { knownNames } from "../../app/known-names.ts";
import { MODEL_CHECKS } from "../../app/model-checks.ts";
import { prepareWorkload } from "../../app/resolve-models.ts";
import type { Catalog } from "../../catalog/types.ts";
import type { Workload } from "../../input/workload-types.ts";
import { readWorkload } from "../../input/read-workload.ts";
import { exploreTask } from "../../planner/plan-task.ts";
import { planExplored } from "../../planner/plan-workload.ts";
import { median } from "../../units/statistics.ts";

export interface PlannerFigures {
  workload: string;
  /** Chips that pass the hard limits and are planned, as `evaluate` does: for today's demand and for the growth target. */
  chips: number;
  /** CPU seconds over all of them, of the median and of the slowest one, once the code is warm. */
  warmSeconds: number;
  medianChipSeconds: number;
  slowestChipSeconds: number;
  /** CPU seconds of planning and ranking in a fresh process, nothing compiled yet: what a user waits for. */
  coldSeconds: number;
}

const ROUNDS = 7;

export function benchPlanner(root: string, file: string, catalog: Catalog): PlannerFigures {
  const workload = readExample(file, catalog);
  const ids = plannedChips(workload, catalog);
  const rounds = Array.from({ length: ROUNDS }, () => planAll(workload, catalog, ids));
  rounds.sort((a, b) => total(a) - total(b));
  const middle = rounds[ROUNDS >> 1] ?? [];
  return {
    workload: workload.application,
    chips: ids.size,
    warmSeconds: total(middle),
    medianChipSeconds: median(middle) ?? 0,
    slowestChipSeconds: Math.max(...middle),
    coldSeconds: coldSeconds(root, file),
  };
}

function readExample(file: string, catalog: Catalog): Workload {
  const reading = readWorkload(readFileSync(file, "utf8"), file, knownNames(catalog), {
    readJson: () => {
      throw new Error("the examples read no other file");
    },
    ...MODEL_CHECKS,
  });
  if (!reading.ok) throw new Error(`${file} cannot be read`);
  return reading.value;
}

/** The built library in a process of its own, with the engine's flags of the program. */
function coldSeconds(root: string, file: string): number {
  const library = pathToFileURL(join(root, "dist/index.js")).href;
  const script = `
    import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
    import { evaluate, knownNames, loadBuiltinCatalog, MODEL_CHECKS, readWorkload } from ${JSON.stringify(library)};
    const catalog = loadBuiltinCatalog();
    const file = ${JSON.stringify(file)};
    const reading = readWorkload(readFileSync(file, "utf8"), file, knownNames(catalog), { readJson: () => {}, ...MODEL_CHECKS });
    const started = process.cpuUsage();
    evaluate(reading.value, catalog, { version: "bench" });
    const { user, system } = process.cpuUsage(started);
    console.log((user + system) / 1e6);`;
  const seconds = Array.from({ length: 5 }, () => {
    const argv = ["--interrupt-budget=1000000", "--input-type=module", "-e", script];
    return Number(spawnSync(process.execPath, argv, { encoding: "utf8" }).stdout);
  });
  return median(seconds) ?? 0;
}

const total = (seconds: readonly number[]): number => seconds.reduce((sum, each) => sum + each, 0);

function plannedChips(workload: Workload, catalog: Catalog): ReadonlySet<string> {
  const { candidates } = evaluate(workload, catalog, { version: "bench" });
  return new Set(candidates.filter(({ plan }) => plan !== null).map(({ id }) => id));
}

/** CPU seconds of each chip. Models are lowered anew, as in a process of its own. */
function planAll(workload: Workload, catalog: Catalog, ids: ReadonlySet<string>): number[] {
  const prepared = prepareWorkload(workload, catalog);
  const index = indexHardware(catalog);
  const { growthFactor } = workload.scalability;
  return catalog.chips
    .filter(({ id }) => ids.has(id))
    .map((chip) => {
      const started = process.cpuUsage();
      const hardware = index.of(chip, workload.constraints.stacks);
      const explored = prepared.tasks.map((task) => exploreTask(task, hardware));
      const { ok } = planExplored(workload, explored, hardware, 1);
      if (ok && growthFactor !== 1) planExplored(workload, explored, hardware, growthFactor);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1e6;
    });
}
