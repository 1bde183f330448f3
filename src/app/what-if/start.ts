import type { Catalog, Chip } from "../../catalog/types.ts";
import type { Ranking } from "../../decision/rank.ts";
import type { Workload } from "../../input/workload-types.ts";
import { examineChips, type Examined } from "../examine.ts";
import type { ReferenceFigures } from "../../decision/reference-figures.ts";
import { rankExamined, scaleOf, type Scale } from "../judge.ts";
import { prepareWorkload, type PreparedWorkload } from "../resolve-models.ts";
import type { Situation } from "./input.ts";

/** A situation with all that was found out about it: where every "what if" starts from. */
export interface Start extends Situation {
  prepared: PreparedWorkload;
  examined: readonly Examined[];
  scale: Scale;
}

/** Every chip examined: what a ranking and every question about it start from. */
export function begin(workload: Workload, catalog: Catalog): Start {
  const prepared = prepareWorkload(workload, catalog);
  const examined = examineChips(workload, catalog, prepared);
  return { workload, catalog, prepared, examined, scale: scaleOf(workload, catalog, prepared) };
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
