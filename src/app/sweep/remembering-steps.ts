import type { Chip } from "../../catalog/types.ts";
import { referencePart, type ReferencePart } from "../../decision/reference-figures.ts";
import type { CandidateHardware } from "../../planner/candidate.ts";
import type { ExploredTask } from "../../planner/plan-task.ts";
import { rememberSizing } from "../../planner/remember-sizing.ts";
import { PLAIN_STEPS, type EvaluationSteps } from "../evaluation-steps.ts";
import type { PreparedWorkload } from "../resolve-models.ts";
import { Recent } from "./recent.ts";

/** Workloads whose lowered models are kept. */
const WORKLOADS = 16;
/** Tasks on a chip whose ways are kept: a few catalogues' worth, some tens of megabytes. */
const EXPLORED = 600;
const SCALES = 64;
const PARTS = 8;

/**
 * Steps that remember what neighbouring points of a sweep share. Lowered models depend on the tasks alone; the ways to run a task
 * depend on the task and on what the chip is, not on its price; so a sweep over prices, budgets or weights plans once.
 */
export function rememberingSteps(): EvaluationSteps {
  const prepared = new Recent<PreparedWorkload>(WORKLOADS);
  const explored = new Recent<ExploredTask>(EXPLORED);
  const scales = new Recent<ReturnType<EvaluationSteps["scale"]>>(SCALES);
  const parts = new Recent<typeof referencePart>(PARTS);
  const taskKeys = new Numbers();
  const catalogKeys = new Numbers();
  const chipKeys = new WeakMap<Chip, number>();
  const physical = new Recent<number>(2 * EXPLORED);
  let next = 0;
  const keyOf = (chip: Chip): number => {
    const known = chipKeys.get(chip);
    if (known !== undefined) return known;
    const text = JSON.stringify({ ...chip, priceUsd: null, rentUsdPerHour: null, estimated: [] });
    const key = physical.get(text, () => next++);
    chipKeys.set(chip, key);
    return key;
  };
  const hardwareKey = ({ chip, stacks }: CandidateHardware): string =>
    `${keyOf(chip)}/${stacks.map(({ id }) => id).join(",")}`;
  return {
    prepare: (workload, catalog) =>
      prepared.get(JSON.stringify(workload.tasks), () => PLAIN_STEPS.prepare(workload, catalog)),
    explore: (task, hardware) =>
      explored.get(`${taskKeys.of(task)}/${hardwareKey(hardware)}`, () =>
        rememberSizing(PLAIN_STEPS.explore(task, hardware)),
      ),
    scale: (workload, catalog, ready) => {
      // Names, limits and weights do not fix the ranges of the criteria.
      const { place, sites, budget } = workload;
      const { horizonSeconds, energyUsdPerKilowattHour, ownership, perUnit } = budget;
      const priced = [horizonSeconds, energyUsdPerKilowattHour, ownership, perUnit];
      const key = JSON.stringify([taskKeys.of(ready), place, sites, priced]);
      const partOf = parts.get(key, rememberingParts);
      return scales.get(`${catalogKeys.of(catalog)}/${key}`, () =>
        PLAIN_STEPS.scale(workload, catalog, ready, partOf),
      );
    },
  };
}

/** A sweep over figures of one chip leaves the others as they are. */
function rememberingParts(): typeof referencePart {
  const known = new WeakMap<Chip, { rent: number | null; part: ReferencePart | null }>();
  return (chip, system, rent, workload, work) => {
    const found = known.get(chip);
    if (found !== undefined && found.rent === rent) return found.part;
    const part = referencePart(chip, system, rent, workload, work);
    known.set(chip, { rent, part });
    return part;
  };
}

/** Gives each object a number of its own, for as long as the object lives. */
class Numbers {
  readonly #known = new WeakMap<object, number>();
  #next = 0;

  of(object: object): number {
    const known = this.#known.get(object);
    if (known !== undefined) return known;
    this.#next += 1;
    this.#known.set(object, this.#next);
    return this.#next;
  }
}
