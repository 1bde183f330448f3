import type { Catalog, Chip } from "../catalog/types.ts";
import type { Decision } from "../decision/decision.ts";
import type { LineOf } from "../input/line-finder.ts";
import type { Workload } from "../input/workload-types.ts";
import type { Candidate, EvaluationResult, Recommendation, Robustness } from "../report/types.ts";
import { describeCandidates, namesOf } from "./describe-candidates.ts";
import { examineChips, type Examined } from "./examine.ts";
import { explain } from "./explanation.ts";
import { judge } from "./judge.ts";
import { notModelled } from "./not-modelled.ts";
import { recommendationSentence } from "./reasons.ts";
import { robustnessOf, USUAL_DRAWS } from "./robustness.ts";
import { priceFlips } from "./what-if/price-flips.ts";
import { withRelaxations } from "./what-if/relaxations.ts";
import { begin, type Scope, type Start } from "./what-if/start.ts";

export interface EvaluateOptions extends Scope {
  /** Version of the program, for the result. */
  version: string;
  /** Line of a clause of the workload file, from `readWorkload`; without it limits name the clause alone. */
  lineOf?: LineOf;
  /** Seed of the draws of weights and figures; 1 when left out. */
  seed?: number;
  /** Draws of weights and figures; a few hundred when left out. */
  draws?: number;
  /** Look for what would change the winner or let a chip in, which plans anew; left out, yes. */
  whatIf?: boolean;
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

/**
 * The same for any chips, with the systems, stacks and ranges of the catalogue. What does not depend on the chips is done once, and each
 * chip is examined once, so that asking again with one chip more costs that chip alone.
 *
 * @throws ModelError as `evaluate`
 */
export function evaluator(
  workload: Workload,
  catalog: Catalog,
): (chips: readonly Chip[], options: EvaluateOptions) => EvaluationResult {
  const { prepared, scale } = begin(workload, catalog, { considers: () => false });
  const known = new WeakMap<Chip, Examined>();
  return (chips, options) => {
    const fresh = chips.filter((chip) => !known.has(chip));
    for (const entry of examineChips(workload, catalog, prepared, fresh)) {
      known.set(entry.chip, entry);
    }
    const examined = chips.flatMap((chip) => known.get(chip) ?? []);
    return resultOf({ workload, catalog, prepared, examined, scale }, options);
  };
}

/** The ranking of what was examined, described for reports. */
export function resultOf(start: Start, options: EvaluateOptions): EvaluationResult {
  const { whatIf = true } = options;
  const { workload, prepared, examined, scale } = start;
  const decision = judge(workload, scale, examined);
  const described = describeCandidates(start, decision, options.lineOf);
  const relaxed =
    decision.recommendation === null && whatIf ? withRelaxations(start, described) : described;
  const { draws = USUAL_DRAWS, seed = 1 } = options;
  const robustness = whatIf ? robustnessOf(decision.criteria, relaxed, { draws, seed }) : null;
  const candidates = withAcceptability(relaxed, robustness);
  return {
    schemaVersion: 1,
    tool: { name: "chipselect", version: options.version },
    workload,
    criteria: decision.criteria,
    candidates,
    doubleCounting: decision.doubleCounting,
    recommendation: recommendation(decision, candidates, start, whatIf, robustness),
    notModelled: notModelled(workload),
    warnings: prepared.warnings,
    timings: {},
  };
}

function recommendation(
  decision: Decision,
  candidates: readonly Candidate[],
  start: Start,
  whatIf: boolean,
  robustness: Robustness | null,
): EvaluationResult["recommendation"] {
  const chosen = decision.recommendation;
  const winner = candidates.find(({ id }) => id === chosen?.id);
  if (!chosen || !winner) return null;
  const { workload, examined } = start;
  const names = namesOf(examined, decision);
  return {
    id: chosen.id,
    margin: chosen.margin,
    sentence: recommendationSentence(winner, chosen, candidates, workload, names),
    ...explain(decision, candidates, names),
    ...(robustness === null ? {} : confidence(winner, robustness)),
    flipPoints: [...chosen.flipPoints, ...(whatIf ? priceFlips(start, decision) : [])].toSorted(
      (a, b) => a.change - b.change,
    ),
  };
}

function withAcceptability(
  candidates: readonly Candidate[],
  robustness: Robustness | null,
): readonly Candidate[] {
  if (robustness === null) return candidates;
  return candidates.map((candidate) => {
    const rankAcceptability =
      robustness.rankAcceptability[robustness.candidates.indexOf(candidate.id)];
    return rankAcceptability ? { ...candidate, robustness: { rankAcceptability } } : candidate;
  });
}

/** How often the recommended candidate comes first, and what that rests on. */
function confidence(
  { robustness }: Candidate,
  { draws, seed, standardError }: Robustness,
): Pick<Recommendation, "confidence" | "draws"> {
  const [first = null] = robustness?.rankAcceptability ?? [];
  return { confidence: first, draws: { draws, seed, standardError } };
}
