import type { CandidateChange, FigureChange, LimitChange } from "../../report/compare/types.ts";
import type { Candidate } from "../../report/types.ts";
import { differences } from "./differences.ts";
import { figureChange, isSame } from "./figure-change.ts";

/** Null when nothing of it changed. */
export function compareCandidates(
  a: Candidate | null,
  b: Candidate | null,
): CandidateChange | null {
  const either = b ?? a;
  if (either === null) return null;
  const change: CandidateChange = {
    id: either.id,
    name: either.name,
    presence: a === null ? "b" : b === null ? "a" : "both",
    rank: figureChange(a?.rank, b?.rank),
    score: figureChange(a?.score, b?.score),
    feasible: { a: a?.feasible ?? null, b: b?.feasible ?? null },
    boundBy: { a: a?.boundBy ?? null, b: b?.boundBy ?? null },
    // Metrics of tasks follow from what differs here and in the candidate's own metrics.
    plan: differences(planOf(a), planOf(b)),
    metrics: compareMetrics(a, b),
    limits: compareLimits(a, b),
  };
  const same =
    change.presence === "both" &&
    isSame(change.rank) &&
    isSame(change.score) &&
    change.feasible.a === change.feasible.b &&
    change.boundBy.a === change.boundBy.b &&
    change.plan.length + change.metrics.length + change.limits.length === 0;
  return same ? null : change;
}

/** The decisions of a plan; a plan that is not there has none. */
function planOf(candidate: Candidate | null): object {
  if (!candidate?.plan) return {};
  const { tasks, ...plan } = candidate.plan;
  return {
    ...plan,
    tasks: Object.fromEntries(
      tasks.map(({ taskId, metrics: _figures, chipShare: _share, ...decided }) => [
        taskId,
        decided,
      ]),
    ),
  };
}

function compareMetrics(
  a: Candidate | null,
  b: Candidate | null,
): ({ id: string } & FigureChange)[] {
  const names = new Set([...Object.keys(a?.metrics ?? {}), ...Object.keys(b?.metrics ?? {})]);
  return [...names].flatMap((id) => {
    const change = figureChange(numberAt(a?.metrics, id), numberAt(b?.metrics, id));
    return isSame(change) ? [] : [{ id, ...change }];
  });
}

function numberAt(metrics: object | null | undefined, id: string): number | null {
  const value: unknown = Object.entries(metrics ?? {}).find(([name]) => name === id)?.[1];
  return typeof value === "number" ? value : null;
}

function compareLimits(a: Candidate | null, b: Candidate | null): LimitChange[] {
  const limits = [...(b?.limits ?? []), ...(a?.limits ?? [])];
  const ids = new Set(limits.map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const before = a?.limits.find((limit) => limit.id === id);
    const after = b?.limits.find((limit) => limit.id === id);
    const either = after ?? before;
    if (either === undefined) return [];
    const value = { a: before?.value ?? null, b: after?.value ?? null };
    const limit = { a: before?.limit ?? null, b: after?.limit ?? null };
    const pass = { a: before?.pass ?? null, b: after?.pass ?? null };
    const change = figureChange(asNumber(value.a), asNumber(value.b));
    const sameValue = value.a === value.b || (change.absolute !== null && isSame(change));
    if (pass.a === pass.b && sameValue && limit.a === limit.b) return [];
    const { absolute, relative } = change;
    const { title, unit } = either;
    return [{ id, title, unit, pass, value, limit, absolute, relative }];
  });
}

function asNumber(value: number | string | null): number | null {
  return typeof value === "number" ? value : null;
}
