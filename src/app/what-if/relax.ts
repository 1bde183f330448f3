import type { Filter, LatencyLimits, Workload } from "../../input/workload-types.ts";
import type { LimitCheck } from "../../planner/types.ts";
import type { Relaxation, RelaxedClause } from "../../report/types.ts";
import { describeNumber } from "../../report/figures.ts";
import { clauseOf } from "../clause.ts";
import { examineChips, type Examined } from "../examine.ts";
import type { Start } from "./start.ts";

/** Relaxing one limit may bring in another plan that misses another one; this many times is enough or hopeless. */
const ROUNDS = 6;
/** How close the smallest relaxation is found: halvings of the way back to the present limit. */
const HALVINGS = 7;
/** Rounding of sums must not decide. */
const SLACK = 1 + 1e-9;

const EVERYTHING: Filter = { allow: [], deny: [] };

/** A limit with another value; null for a limit that no clause sets or that cannot be given in figures. */
type Relaxer = (workload: Workload, value: number) => Workload;

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
    entry.to = drawBack(limit, entry.to, passes);
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
    : { changes, factor: factorOf(changes), sentence: said(changes) };
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
  return examineChips(workload, start.catalog, withTasks(start, workload), [chip])[0] ?? null;
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

function withTasks({ prepared }: Start, workload: Workload): Start["prepared"] {
  const tasks = prepared.tasks.map((each, index) => ({
    ...each,
    task: workload.tasks[index] ?? each.task,
  }));
  return { ...prepared, tasks };
}

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
  "chip-power": (all) => ({ ...all, chipPowerWatts: null }),
  estimates: (all) => ({ ...all, allowEstimates: true }),
};

function dropClauses(
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

function relaxerOf(id: string, { tasks }: Workload): Relaxer | null {
  const whole = OF_WORKLOAD[id];
  if (whole !== undefined) return whole;
  const index = tasks.findIndex((task) => id.startsWith(`${task.id}.`));
  const task = tasks[index];
  const key = task === undefined ? undefined : OF_TASK[id.slice(task.id.length + 1)];
  if (key === undefined) return null;
  return (workload, seconds) => ({
    ...workload,
    tasks: workload.tasks.map((each, position) => {
      if (position !== index) return each;
      if (each.kind !== "inference") return { ...each, deadlineSeconds: seconds };
      if (key === "deadline") return each;
      const percentile = each.latency[key]?.percentile ?? null;
      return {
        ...each,
        latency: { ...each.latency, [key]: { limitSeconds: seconds, percentile } },
      };
    }),
  });
}

const OF_TASK: Readonly<Record<string, keyof LatencyLimits | "deadline">> = {
  "time-to-first-token": "timeToFirstToken",
  "time-per-output-token": "timePerOutputToken",
  "end-to-end": "endToEnd",
  deadline: "deadline",
};

const OF_WORKLOAD: Readonly<Record<string, Relaxer>> = {
  capital: (workload, capitalUsd) => withBudget(workload, { capitalUsd }),
  monthly: (workload, monthlyUsd) => withBudget(workload, { monthlyUsd }),
  power: (workload, powerWatts) => withBudget(workload, { powerWatts }),
  "per-unit": (workload, usd) => {
    const { perUnit } = workload.budget;
    return withBudget(workload, { perUnit: perUnit && { ...perUnit, usd } });
  },
  "max-chips": (workload, chips) => ({
    ...workload,
    scalability: { ...workload.scalability, maxChips: Math.ceil(chips - 1e-6) },
  }),
};

function withBudget(workload: Workload, changed: Partial<Workload["budget"]>): Workload {
  return { ...workload, budget: { ...workload.budget, ...changed } };
}

/** The largest factor of all limits in figures; 1 where only clauses go. */
function factorOf(changes: readonly RelaxedClause[]): number {
  const factors = changes.map(({ from, to }) =>
    typeof from === "number" && typeof to === "number" ? to / from : 1,
  );
  return Math.max(1, ...factors);
}

function said(changes: readonly RelaxedClause[]): string {
  const gone = changes.filter(({ to }) => to === null).map(({ path, title }) => path ?? title);
  const moved = changes.filter(({ to }) => to !== null).map(clauseSaid);
  return [
    ...(gone.length > 0 ? [`without ${gone.join(" and ")}`] : []),
    ...(moved.length > 0 ? [`with ${moved.join(" and ")}`] : []),
  ].join(", ");
}

function clauseSaid({ title, path, from, to, unit }: RelaxedClause): string {
  const show = (value: number | string | null): string =>
    typeof value === "number" ? describeNumber(value, unit) : (value ?? "");
  const now = from === null ? "" : ` (now ${show(from)})`;
  return `${path ?? title} at ${show(to)}${now}`;
}
