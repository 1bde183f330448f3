import type { Catalog, Chip } from "../catalog/types.ts";
import type { Laboratory, NamedWorkload } from "../check/judge/laboratory.ts";
import { rankAcceptability } from "../check/judge/rank-acceptability.ts";
import type { Outcome } from "../check/metrics/metric.ts";
import type { Candidate } from "../report/types.ts";
import { evaluator } from "./evaluate.ts";

type Evaluate = ReturnType<typeof evaluator>;

/**
 * Figures by simulation. A chip is simulated alone unless its rank is asked for, and each chip only once on each workload.
 *
 * @throws ModelError when a model of a workload cannot be read
 */
export function simulationLaboratory(catalog: Catalog, version: string): Laboratory {
  const evaluators = new Map<string, Evaluate>();
  const evaluateOn = ({ id, workload }: NamedWorkload): Evaluate => {
    const found = evaluators.get(id) ?? evaluator(workload, catalog);
    evaluators.set(id, found);
    return found;
  };
  const outcomes = { alone: new WeakMap<Chip, Map<string, Outcome>>(), among: new WeakMap() };
  const remembered = (
    kind: "alone" | "among",
    chip: Chip,
    workload: NamedWorkload,
    rivals: () => readonly Chip[],
  ): Outcome => {
    const known: Map<string, Outcome> = outcomes[kind].get(chip) ?? new Map<string, Outcome>();
    outcomes[kind].set(chip, known);
    const found =
      known.get(workload.id) ?? outcomeOf(chip, rivals(), evaluateOn(workload), version);
    known.set(workload.id, found);
    return found;
  };
  return {
    alone: (chip, workload) => remembered("alone", chip, workload, () => []),
    among: (chip, workload) =>
      remembered("among", chip, workload, () => catalog.chips.filter(({ id }) => id !== chip.id)),
    chip: (id) => catalog.chips.find((chip) => chip.id === id) ?? null,
  };
}

function outcomeOf(
  chip: Chip,
  rivals: readonly Chip[],
  evaluate: Evaluate,
  version: string,
): Outcome {
  const { candidates, criteria } = evaluate([...rivals, chip], { version, whatIf: false });
  const candidate = candidates.find(({ id }) => id === chip.id);
  if (candidate === undefined) throw new Error(`${chip.id} was not evaluated`);
  return {
    ...candidate,
    metrics: candidate.metrics && { ...candidate.metrics },
    criteriaInfo: criteria,
    rankAcceptability: () => acceptabilityOf(candidate, candidates),
  };
}

/** Over the criteria that apply, among all chips that meet every limit; null for a chip that was looked at alone. */
function acceptabilityOf(
  own: Candidate,
  candidates: readonly Candidate[],
): readonly number[] | null {
  const ranked = candidates.filter(({ feasible }) => feasible);
  const index = ranked.findIndex(({ id }) => id === own.id);
  if (index === -1 || candidates.length < 2) return null;
  const values = ranked.map(({ criteria }) =>
    criteria.filter(({ weight }) => weight > 0).map(({ normalised }) => normalised),
  );
  return rankAcceptability(values, index);
}
