import type { Chip } from "../../catalog/types.ts";
import type { Ranking } from "../../decision/rank.ts";
import type { Workload } from "../../input/workload-types.ts";
import { examineChips, type Examined } from "../examine.ts";
import { rankExamined } from "../judge.ts";
import type { PreparedWorkload } from "../resolve-models.ts";
import type { Situation } from "./input.ts";

/** A situation with all that was found out about it: where every "what if" starts from. */
export interface Start extends Situation {
  prepared: PreparedWorkload;
  examined: readonly Examined[];
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
  if (chip === null) {
    const chips = catalog.chips.filter(({ id }) => among === null || among.has(id));
    return rankExamined(workload, catalog, prepared, examine(chips));
  }
  const [changed] = examine(catalog.chips.filter(({ id }) => id === chip));
  const examined = start.examined.map((each) =>
    each.chip.id === chip && changed !== undefined ? changed : each,
  );
  return rankExamined(workload, catalog, prepared, examined);
}

function preparedFor(workload: Workload, prepared: PreparedWorkload): PreparedWorkload {
  const tasks = prepared.tasks.map((each, index) => ({
    ...each,
    task: workload.tasks[index] ?? each.task,
  }));
  return { ...prepared, tasks };
}
