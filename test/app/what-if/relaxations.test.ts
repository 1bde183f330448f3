import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../../src/app/builtin-catalog.ts";
import { evaluate } from "../../../src/app/evaluate.ts";
import { explainCandidate } from "../../../src/app/explain.ts";
import type { Workload } from "../../../src/input/workload-types.ts";
import type { Candidate, RelaxedClause } from "../../../src/report/types.ts";
import { exampleWorkload } from "../../support/expectations.ts";

const catalog = loadBuiltinCatalog();
const CHAT = exampleWorkload("natural-language-services", catalog);
const options = { version: "0" };

const withBudget = (changed: Partial<Workload["budget"]>): Workload => ({
  ...CHAT,
  budget: { ...CHAT.budget, ...changed },
});

/** Every token within this time. */
function withTokenTime(workload: Workload, limitSeconds: number): Workload {
  const tasks = workload.tasks.map((task) =>
    task.kind === "inference"
      ? {
          ...task,
          latency: { ...task.latency, timePerOutputToken: { limitSeconds, percentile: 95 } },
        }
      : task,
  );
  return { ...workload, tasks };
}

const helped = ({ candidates }: { candidates: readonly Candidate[] }) =>
  candidates.flatMap(({ id, relaxation }) => (relaxation ? [{ id, relaxation }] : []));

const feasible = (workload: Workload, id: string): boolean =>
  evaluate(workload, catalog, options).candidates.find((each) => each.id === id)?.feasible ?? false;

function to(changes: readonly RelaxedClause[], limit: string): number {
  const found = changes.find((change) => change.limit === limit)?.to;
  if (typeof found !== "number") throw new Error(`${limit} was not relaxed in figures`);
  return found;
}

describe("when nobody meets every limit", () => {
  it("the nearest come first, each with the smallest change that lets it take part", () => {
    const poor = withBudget({ monthlyUsd: 1_000, perUnit: null });
    const result = evaluate(poor, catalog, options);
    expect(result.recommendation).toBeNull();
    const found = helped(result);
    expect(found.length).toBeGreaterThanOrEqual(5);
    expect(result.candidates.slice(0, found.length).map(({ id }) => id)).toEqual(
      found.map(({ id }) => id),
    );
    const factors = found.map(({ relaxation }) => relaxation.factor);
    expect(factors).toEqual(factors.toSorted((a, b) => a - b));
    for (const { id, relaxation } of found.slice(0, 3)) {
      expect(relaxation.changes).toMatchObject([
        { limit: "monthly", path: "budget.monthly", from: 1_000, unit: "USD" },
      ]);
      const monthlyUsd = to(relaxation.changes, "monthly");
      expect(feasible({ ...poor, budget: { ...poor.budget, monthlyUsd } }, id)).toBe(true);
      const less = { ...poor.budget, monthlyUsd: monthlyUsd * 0.999 };
      expect(feasible({ ...poor, budget: less }, id)).toBe(false);
    }
  });

  it("a latency limit is relaxed no further than a plan needs", () => {
    const free = withBudget({ monthlyUsd: null, perUnit: null });
    const hasty = withTokenTime(
      { ...free, scalability: { ...free.scalability, maxChips: null } },
      0.002,
    );
    const [nearest] = helped(evaluate(hasty, catalog, options));
    if (nearest === undefined) throw new Error("somebody could be helped");
    const { changes } = nearest.relaxation;
    expect(changes).toMatchObject([
      { limit: "chat.time-per-output-token", path: "demand.tasks[0].latency.timePerOutputToken" },
    ]);
    const seconds = to(changes, "chat.time-per-output-token");
    expect(feasible(withTokenTime(hasty, seconds), nearest.id)).toBe(true);
    expect(feasible(withTokenTime(hasty, seconds * 0.98), nearest.id)).toBe(false);
  });

  it("chips are allowed whole, one less would not do", () => {
    const free = withBudget({ monthlyUsd: null, perUnit: null });
    const withChips = (maxChips: number): Workload => ({
      ...free,
      scalability: { ...free.scalability, maxChips },
    });
    const [nearest] = helped(evaluate(withChips(1), catalog, options));
    if (nearest === undefined) throw new Error("somebody could be helped");
    const chips = to(nearest.relaxation.changes, "max-chips");
    expect(Number.isInteger(chips)).toBe(true);
    expect(feasible(withChips(chips), nearest.id)).toBe(true);
    expect(feasible(withChips(chips - 1), nearest.id)).toBe(false);
  });

  it("a clause on the chip itself goes as a whole, or as far as a date", () => {
    const barred: Workload = {
      ...CHAT,
      constraints: {
        ...CHAT.constraints,
        vendors: { allow: ["Renesas"], deny: [] },
        availableBy: "2022-06-30",
      },
    };
    const first = helped(evaluate(barred, catalog, options)).find(({ id }) => id === "h100-sxm");
    expect(first?.relaxation.changes.map(({ limit, to: value }) => [limit, value])).toEqual([
      ["vendor", null],
      ["available-by", expect.stringMatching(/^20\d\d-12-31$/u)],
    ]);
    expect(first?.relaxation.sentence).toMatch(
      /^without constraints\.vendors, with constraints\.availableBy at 20\d\d-12-31 \(now 2022-06-30\)$/u,
    );
  });

  it("nothing is said of those that a fact excludes: no rent, no software, no memory", () => {
    const { candidates } = evaluate(withBudget({ monthlyUsd: 1_000 }), catalog, options);
    expect(candidates.find(({ id }) => id === "stm32h747")?.relaxation).toBeUndefined();
  });
});

describe("when somebody does", () => {
  it("nobody is relaxed", () => {
    expect(helped(evaluate(CHAT, catalog, options))).toEqual([]);
  });

  it("one excluded chip is, when it is asked about", () => {
    const { candidate } = explainCandidate(CHAT, catalog, "a100-80-sxm", options);
    expect(candidate.relaxation?.changes.map(({ limit }) => limit)).toEqual([
      "monthly",
      "per-unit",
    ]);
    const excluded = explainCandidate(CHAT, catalog, "stm32h747", options);
    expect(excluded.candidate.relaxation).toBeNull();
  });

  it("one of a lower place is told what would make it the first", () => {
    const { wouldWin = [] } = explainCandidate(CHAT, catalog, "h100-sxm", options);
    expect(wouldWin).toMatchObject([{ input: "rent", direction: "falls", newWinner: "h100-sxm" }]);
  });
});

describe("limits", () => {
  it("name the clause that sets them, and its line where the file is known", () => {
    const lines: Readonly<Record<string, number>> = { "budget.monthly": 7 };
    const lineOf = (path: string): number | null => lines[path] ?? null;
    const { candidate } = explainCandidate(CHAT, catalog, "h100-sxm", { ...options, lineOf });
    const of = (id: string) => candidate.limits.find((limit) => limit.id === id);
    expect(of("monthly")).toMatchObject({ path: "budget.monthly", line: 7 });
    expect(of("chat.throughput")?.path).toBe("demand.tasks[0].rate");
    expect(of("chat.throughput")).not.toHaveProperty("line");
    expect(of("known-figures")).not.toHaveProperty("path");
    const missed = evaluate(CHAT, catalog, { ...options, lineOf }).candidates.flatMap(
      ({ limits }) => limits.filter(({ id, pass }) => id === "monthly" && !pass),
    );
    expect(missed.length).toBeGreaterThan(0);
    for (const limit of missed) expect(limit).toMatchObject({ path: "budget.monthly", line: 7 });
  });
});
