import type { Catalog, Chip } from "../../catalog/types.ts";
import { checkConstraints } from "../../decision/constraints/check-constraints.ts";
import type { Task, Workload } from "../../input/workload-types.ts";
import { devicesFor, type CandidateHardware } from "../../planner/candidate.ts";
import { formatOptions } from "../../planner/format-options.ts";
import type { PreparedTask } from "../../planner/prepare-task.ts";
import { indexHardware } from "../hardware.ts";
import type { PreparedWorkload } from "../resolve-models.ts";

/**
 * Microseconds to plan one layout in one format, medians over the example workloads on the machine that this was written on. Only
 * their ratios matter: generating models search batches, training searches micro-batches, stages and recomputation.
 */
const MICROSECONDS = { "one-shot": 60, generative: 150, training: 700 } as const;
/** Checks and ranges that every point pays. */
const FIXED_MICROSECONDS = 1500;

/**
 * What evaluating the workload costs, without doing it: candidates that pass the limits on the chip × formats × layouts (powers of
 * two up to the scale-up domain) × cost of one layout by the kind of task. Good to about a factor of two, which balances shards.
 */
export function estimateWork(
  workload: Workload,
  prepared: PreparedWorkload,
  catalog: Catalog,
  considers: (chip: Chip) => boolean,
): number {
  const index = indexHardware(catalog);
  let microseconds = FIXED_MICROSECONDS;
  for (const chip of catalog.chips) {
    if (!considers(chip)) continue;
    const hardware = index.of(chip, workload.constraints.stacks);
    const checks = checkConstraints({
      chip,
      system: hardware.system,
      stacks: catalog.stacks.filter((stack) => chip.stacks.includes(stack.id)),
      workload,
      models: prepared.models,
      rentUsdPerChipHour: hardware.rentUsdPerChipHour,
    });
    if (!checks.every(({ pass }) => pass)) continue;
    for (const task of prepared.tasks) microseconds += taskWork(task, hardware);
  }
  return microseconds;
}

function taskWork({ task, model, variants }: PreparedTask, hardware: CandidateHardware): number {
  const options = formatOptions(devicesFor(hardware, task, model), task.precision);
  const layouts = options.reduce(
    (sum, { device }) => sum + 1 + Math.log2(Math.max(1, device.scaleUp?.chips ?? 1)),
    0,
  );
  return variants.length * layouts * MICROSECONDS[kindOf(task, model.kind)];
}

function kindOf(task: Task, model: PreparedTask["model"]["kind"]): keyof typeof MICROSECONDS {
  if (task.kind !== "inference") return "training";
  return model === "decoder" || model === "encoder-decoder" ? "generative" : "one-shot";
}
