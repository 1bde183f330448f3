import type { Chip } from "../../catalog/types.ts";
import type { Metric, Outcome } from "../metrics/metric.ts";
import type { Assertion, Condition } from "../policy/types.ts";
import type { Silicon } from "../spec/silicon.ts";
import { compare } from "./compare.ts";
import { betterWay } from "./direction.ts";
import { figureOf } from "./figure.ts";
import type { BaselineFigure, Laboratory, NamedWorkload } from "./laboratory.ts";
import { referenceFigure } from "./reference.ts";
import { expectationText, figureText } from "./words.ts";

/** A chip under judgement: the spec, or a changed copy of it. */
export interface Subject {
  id: string;
  chip: Chip;
  silicon: Silicon;
}

export interface Verdict {
  status: "pass" | "fail" | "skip";
  metric: Metric;
  value: number | null;
  limit: number | null;
  missedBy: number | null;
  expected: string;
  found: string | null;
  /** What is wrong, or why it could not be asked. */
  message: string;
  baseline: number | null;
  /** The workload has no such figure, whatever the chip. */
  lacksFigure: boolean;
}

export interface JudgeContext {
  laboratory: Laboratory;
  /** Null without a baseline. */
  baseline: BaselineFigure | null;
}

/** An assertion on one metric; `everyCriterion` is taken apart before. */
export type PlainAssertion = Pick<Assertion, "with"> & {
  metric: Metric;
  comparison: Condition["comparison"];
};

/** Judges a spec by an assertion, and by its second condition where it has one: the first that fails is the verdict. */
export function judge(
  assertion: PlainAssertion,
  subject: Subject,
  workload: NamedWorkload | null,
  context: JudgeContext,
): Verdict {
  const { comparison } = assertion;
  const ranks =
    assertion.metric.id === "rank" && comparison.amount.kind === "figure"
      ? comparison.amount.value
      : 1;
  const first = judgeCondition(assertion, subject, workload, ranks, context);
  if (first.status !== "pass" || assertion.with === null) return first;
  const second = judgeCondition(assertion.with, subject, workload, ranks, context);
  return second.status === "pass" ? first : second;
}

function judgeCondition(
  { metric, comparison }: { metric: Metric; comparison: Condition["comparison"] },
  subject: Subject,
  workload: NamedWorkload | null,
  ranks: number,
  context: JudgeContext,
): Verdict {
  const read = (
    chip: Chip,
    silicon: Silicon | null,
  ): { value: number | null; outcome: Outcome | null } =>
    figureOf(metric, chip, silicon, workload, ranks, context.laboratory);
  const { value, outcome } = read(subject.chip, subject.silicon);
  const better = betterWay(metric, outcome);
  const place = metric.scope === "spec" ? null : (workload?.id ?? null);
  const before = context.baseline?.(subject.id, place, metric.id) ?? null;
  const reference = referenceFigure(comparison.amount, {
    read: (id) => {
      const chip = context.laboratory.chip(id);
      return chip === null ? null : comparable(read(chip, null));
    },
    better,
    baseline: context.baseline === null ? undefined : before,
  });
  const lacksFigure = value === null && outcome?.feasible === true;
  const base = { metric, value, baseline: before, lacksFigure };
  const found = value === null ? null : figureText(metric, value);
  if ("skipped" in reference) {
    const expected = expectationText(comparison, metric, null);
    const said = { limit: null, missedBy: null, expected, found: null };
    return { ...base, ...said, status: "skip", message: reference.skipped };
  }
  const expected = expectationText(comparison, metric, reference.value);
  if (value === null || reference.value === null) {
    const why =
      value === null
        ? noFigure(metric, outcome)
        : "none of the chips to compare with can run the workload";
    const said = { limit: reference.value, missedBy: null, expected, found };
    return {
      ...base,
      ...said,
      status: "fail",
      message: `${metric.title} must be ${expected}, but ${why}`,
    };
  }
  const { holds, limit, missedBy } = compare(value, reference.value, comparison, better);
  const by = missedBy === null || limit === 0 ? "" : `, ${byHowMuch(metric, value, limit)}`;
  const detail = !holds && outcome !== null ? metric.detail?.(outcome) : undefined;
  const why = detail === undefined ? "" : `. ${detail}`;
  const message = `${metric.title}: ${figureText(metric, value)}, must be ${expected}${by}${why}`;
  return { ...base, limit, missedBy, expected, found, status: holds ? "pass" : "fail", message };
}

/** A rival's figure counts only where it meets every limit of the workload. */
function comparable({
  value,
  outcome,
}: {
  value: number | null;
  outcome: Outcome | null;
}): number | null {
  return outcome !== null && !outcome.feasible ? null : value;
}

function noFigure(metric: Metric, outcome: Outcome | null): string {
  if (outcome === null) return "the spec does not say it";
  const missed = outcome.limits.find(({ pass }) => !pass);
  if (missed !== undefined && !outcome.feasible)
    return `the chip cannot run the workload: ${missed.message}`;
  if (metric.id === "rankAcceptability") return "no acceptability was computed";
  return "the workload has no such figure";
}

/** In percent of the limit; things that are counted one by one, in those. */
function byHowMuch({ id }: Metric, value: number, limit: number): string {
  const over = value > limit;
  const apart = Math.abs(value - limit);
  if (id === "rank")
    return `${apart} ${apart === 1 ? "place" : "places"} ${over ? "behind" : "ahead"}`;
  if (id === "chips") return `${apart} too ${over ? "many" : "few"}`;
  const percent = Number(((apart / Math.abs(limit)) * 100).toPrecision(2));
  return `${percent} % too ${over ? "much" : "little"}`;
}
