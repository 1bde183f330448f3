import type { Catalog } from "../catalog/types.ts";
import type { Decision } from "../decision/decision.ts";
import type { LineOf } from "../input/line-finder.ts";
import type { Workload } from "../input/workload-types.ts";
import type { Candidate, EvaluationResult } from "../report/types.ts";
import { describeCandidates } from "./describe-candidates.ts";
import { explain } from "./explanation.ts";
import { judge } from "./judge.ts";
import { notModelled } from "./not-modelled.ts";
import { recommendationSentence } from "./reasons.ts";
import { priceFlips } from "./what-if/price-flips.ts";
import { withRelaxations } from "./what-if/relaxations.ts";
import { begin, type Scope, type Start } from "./what-if/start.ts";

export interface EvaluateOptions extends Scope {
  /** Version of the program, for the result. */
  version: string;
  /** Line of a clause of the workload file, from `readWorkload`; without it limits name the clause alone. */
  lineOf?: LineOf;
  /** Seed of random draws; this version draws none. */
  seed?: number;
}

/**
 * Simulates the workload on every chip of the catalogue, plans the cheapest deployment on each, checks every limit, and ranks
 * those that pass. Pure: the same workload, catalogue and version give the same value.
 *
 * @throws ModelError when a task's model cannot be found or read
 */
export function evaluate(
  workload: Workload,
  catalog: Catalog,
  options: EvaluateOptions,
): EvaluationResult {
  return resultOf(begin(workload, catalog, options), options);
}

/** The ranking of what was examined, described for reports. */
export function resultOf(start: Start, options: EvaluateOptions): EvaluationResult {
  const { workload, prepared, examined, scale } = start;
  const decision = judge(workload, scale, examined);
  const described = describeCandidates(start, decision, options.lineOf);
  const candidates =
    decision.recommendation === null ? withRelaxations(start, described) : described;
  return {
    schemaVersion: 1,
    tool: { name: "chipselect", version: options.version },
    workload,
    criteria: decision.criteria,
    candidates,
    doubleCounting: decision.doubleCounting,
    recommendation: recommendation(decision, candidates, start),
    notModelled: notModelled(workload),
    warnings: prepared.warnings,
    timings: {},
  };
}

function recommendation(
  decision: Decision,
  candidates: readonly Candidate[],
  start: Start,
): EvaluationResult["recommendation"] {
  const chosen = decision.recommendation;
  const winner = candidates.find(({ id }) => id === chosen?.id);
  if (!chosen || !winner) return null;
  return {
    id: chosen.id,
    margin: chosen.margin,
    sentence: recommendationSentence(winner, chosen, candidates, start.workload),
    ...explain(decision, candidates),
    flipPoints: [...chosen.flipPoints, ...priceFlips(start, decision)].toSorted(
      (a, b) => a.change - b.change,
    ),
  };
}
