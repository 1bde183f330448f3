import type { Catalog, Chip } from "../../catalog/types.ts";
import type { Ranking } from "../../decision/rank.ts";
import type { Workload } from "../../input/workload-types.ts";
import { PLAIN_STEPS, type EvaluationSteps } from "../evaluation-steps.ts";
import { examineChips, type Examined } from "../examine.ts";
import type { ReferenceFigures } from "../../decision/reference-figures.ts";
import { rankExamined, scaleOf, type Scale } from "../judge.ts";
import type { PreparedWorkload } from "../resolve-models.ts";
import type { Situation } from "./input.ts";

/** A situation with all that was found out about it: where every "what if" starts from. */
export interface Start extends Situation {
  prepared: PreparedWorkload;
  examined: readonly Examined[];
  scale: Scale;
}

/** Every chip examined: what a ranking and every question about it start from. */
export function begin(
  workload: Workload,
  catalog: Catalog,
  { considers = () => true, steps = PLAIN_STEPS }: Scope = {},
): Start {
  const prepared = steps.prepare(workload, catalog);
  const chips = catalog.chips.filter(considers);
  const examined = examineChips(workload, catalog, prepared, chips, steps.explore);
  return { workload, catalog, prepared, examined, scale: steps.scale(workload, catalog, prepared) };
}

/** What an evaluation looks at, and how. */
export interface Scope {
  /** Chips to consider; all when left out. The ranges of the criteria come from the whole catalogue either way. */
  considers?: (chip: Chip) => boolean;
  /** Steps that remember what similar evaluations share; plain ones when left out. The result is the same. */
  steps?: EvaluationSteps;
}

/** The ranking as things are. */
export function rankNow({ workload, scale, examined }: Start): Ranking {
  return rankExamined(workload, scale.references(scale.parts), examined);
}

/**
 * The ranking in a changed situation. Models are lowered already and stay as they are; plans are found anew, of the one chip that
 * changed or of all.
 *
 * @param chip the only chip that the change is about; null for a change of the workload
 * @param among ids of the chips to look at where the workload changed; null for all
 */
export function rankIn(
  start: Start,
  { workload, catalog }: Situation,
  chip: string | null,
  among: ReadonlySet<string> | null = null,
): Ranking {
  const prepared = preparedFor(workload, start.prepared);
  const examine = (chips: readonly Chip[]): readonly Examined[] =>
    examineChips(workload, catalog, prepared, chips);
  const referencesIn = (): ReferenceFigures => {
    const scale = scaleOf(workload, catalog, prepared);
    return scale.references(scale.parts);
  };
  if (chip === null) {
    const chips = catalog.chips.filter(({ id }) => among === null || among.has(id));
    return rankExamined(workload, referencesIn(), examine(chips));
  }
  const [changed] = examine(catalog.chips.filter(({ id }) => id === chip));
  const examined = start.examined.map((each) =>
    each.chip.id === chip && changed !== undefined ? changed : each,
  );
  return rankExamined(workload, referencesIn(), examined);
}

/** The models as they were lowered, for the tasks of a changed workload. */
export function preparedFor(workload: Workload, prepared: PreparedWorkload): PreparedWorkload {
  const tasks = prepared.tasks.map((each, index) => ({
    ...each,
    task: workload.tasks[index] ?? each.task,
  }));
  return { ...prepared, tasks };
}
