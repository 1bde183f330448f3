import type { Workload } from "../../input/workload-types.ts";
import type { LimitCheck } from "../../planner/types.ts";
import type { Relaxation, RelaxedClause } from "../../report/types.ts";
import { clauseOf } from "../clause.ts";
import { examineChips, type Examined } from "../examine.ts";
import { dropClauses } from "./drop-clauses.ts";
import { largestFactor, relaxationWords } from "./relaxation-words.ts";
import { relaxerOf, statable, type Relaxer } from "./relaxers.ts";
import { preparedFor, type Start } from "./start.ts";

/** Relaxing one limit may bring in another plan that misses another one; this many times is enough or hopeless. */
const ROUNDS = 6;
/** How close the smallest relaxation is found: halvings of the way back to the present limit. */
const HALVINGS = 7;
/** Rounding of sums must not decide. */
const SLACK = 1 + 1e-9;

/**
 * The smallest change of the workload's limits that lets a chip take part, found by planning anew: each limit that is missed is
 * raised to what the nearest plan needs, until a plan meets all of them; then each is drawn back as far as a plan still
 * does. Clauses on what a chip is are dropped as a whole. Null when no clause stands in the way but a fact: no software, no
 * memory, no price.
 */
export function relaxation(start: Start, { chip, limits }: Examined): Relaxation | null {
  const examine = (workload: Workload): Examined | null => examineOne(start, workload, chip);
  const dropped = dropClauses(start.workload, limits);
  if (dropped === null) return null;
  let workload = dropped.workload;
  const raised = new Map<string, { check: LimitCheck; relax: Relaxer; to: number }>();
  for (let round = 0; ; round += 1) {
    const found = examine(workload);
    if (found === null) return null;
    if (found.planning?.ok) break;
    if (round === ROUNDS) return null;
    for (const check of found.limits.filter(({ pass }) => !pass)) {
      const relax = relaxerOf(check.id, start.workload);
      if (relax === null || typeof check.value !== "number") return null;
      const to = check.value * SLACK;
      raised.set(check.id, { check: raised.get(check.id)?.check ?? check, relax, to });
      workload = relax(workload, to);
    }
  }
  for (const entry of raised.values()) {
    const { check, relax } = entry;
    const { limit } = check;
    if (typeof limit !== "number") continue;
    const passes = (value: number): boolean =>
      examine(relax(workload, value))?.planning?.ok ?? false;
    entry.to = statable(check.id, drawBack(limit, entry.to, passes));
    workload = relax(workload, entry.to);
  }
  const changes = [
    ...dropped.clauses,
    ...[...raised.values()].flatMap(({ check, to }): RelaxedClause[] => {
      const { id, title, limit, unit } = check;
      if (typeof limit !== "number" || to <= limit) return [];
      return [{ limit: id, title, path: clauseOf(id, start.workload), from: limit, to, unit }];
    }),
  ];
  return changes.length === 0
    ? null
    : { changes, factor: largestFactor(changes), sentence: relaxationWords(changes) };
}

/** What a plan would still miss if no clause on the chip itself stood in the way; null where a fact does. */
export function limitsWithoutClauses(
  start: Start,
  { chip, limits }: Examined,
): { dropped: number; limits: readonly LimitCheck[] } | null {
  const found = dropClauses(start.workload, limits);
  if (found === null) return null;
  const { workload, clauses } = found;
  if (clauses.length === 0) return { dropped: 0, limits };
  const examined = examineOne(start, workload, chip);
  return examined && { dropped: clauses.length, limits: examined.limits };
}

function examineOne(start: Start, workload: Workload, chip: Examined["chip"]): Examined | null {
  return (
    examineChips(workload, start.catalog, preparedFor(workload, start.prepared), [chip])[0] ?? null
  );
}

/** The smallest value between the present limit, which fails, and one that passes. */
function drawBack(limit: number, passing: number, passes: (value: number) => boolean): number {
  if (passes(limit)) return limit;
  let fails = limit;
  let fits = passing;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (fails + fits) / 2;
    if (passes(middle)) fits = middle;
    else fails = middle;
  }
  return fits;
}
