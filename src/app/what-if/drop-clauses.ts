import type { Filter, Workload } from "../../input/workload-types.ts";
import type { LimitCheck } from "../../planner/types.ts";
import type { RelaxedClause } from "../../report/types.ts";
import { clauseOf } from "../clause.ts";
import { relaxerOf } from "./relaxers.ts";

const EVERYTHING: Filter = { allow: [], deny: [] };

type Constraints = Workload["constraints"];

/** What each clause on the chip itself becomes when it no longer stands in the way. */
const DROPPED: Readonly<Record<string, (constraints: Constraints) => Constraints>> = {
  vendor: (all) => ({ ...all, vendors: EVERYTHING }),
  class: (all) => ({ ...all, classes: EVERYTHING }),
  chip: (all) => ({ ...all, chips: EVERYTHING }),
  stack: (all) => ({ ...all, stacks: EVERYTHING }),
  "form-factor": (all) => ({ ...all, formFactors: EVERYTHING }),
  safety: (all) => ({ ...all, safety: null }),
  export: (all) => ({ ...all, exportClass: "any" }),
  "available-by": (all) => ({ ...all, availableBy: null }),
  "still-made": (all) => ({ ...all, usedHardware: true }),
  "chip-power": (all) => ({ ...all, chipPowerWatts: null }),
  estimates: (all) => ({ ...all, allowEstimates: true }),
};

/** The workload without the clauses on the chip itself that are missed; null where a fact is missed, which no clause sets. */
export function dropClauses(
  workload: Workload,
  limits: readonly LimitCheck[],
): { workload: Workload; clauses: readonly RelaxedClause[] } | null {
  let { constraints } = workload;
  const clauses: RelaxedClause[] = [];
  for (const { id, title, pass, limit, value, unit } of limits) {
    if (pass || relaxerOf(id, workload) !== null) continue;
    const drop = DROPPED[id];
    if (drop === undefined) return null;
    constraints = drop(constraints);
    // A limit in figures (watts, a date) need only go as far as the chip's own.
    const to = unit !== "" || id === "available-by" ? value : null;
    clauses.push({ limit: id, title, path: clauseOf(id, workload), from: limit, to, unit });
  }
  return { workload: { ...workload, constraints }, clauses };
}
