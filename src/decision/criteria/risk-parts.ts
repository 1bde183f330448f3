import { exportClass } from "../../catalog/export-class.ts";
import type { Confidence, Family } from "../../catalog/types.ts";
import type { AccuracyRisk } from "../../input/workload-types.ts";
import type { Assessed } from "../assessed.ts";
import { figuresThatCount } from "../estimated-figures.ts";

/** Every part with its share when it is at its worst; together they are 1. */
const WORST = {
  data: 0.2,
  unverified: 0.1,
  estimates: 0.1,
  parameters: 0.1,
  availability: 0.2,
  supply: 0.1,
  accuracy: 0.15,
  export: 0.05,
} as const;

export type RiskPartId = keyof typeof WORST;

/** One thing that can go wrong, with its share of the risk (all parts at their worst add up to 1) and its reason. */
export interface RiskPart {
  id: RiskPartId;
  share: number;
  reason: string;
}

const DATA: Readonly<Record<Confidence, number>> = {
  certain: 0,
  high: 0.05,
  medium: 0.12,
  low: 0.2,
};
const PARAMETERS: Readonly<Record<Family["basis"], number>> = {
  fitted: 0,
  published: 0.05,
  inherited: 0.1,
};
const ACCURACY: Readonly<Record<AccuracyRisk, number>> = {
  none: 0,
  low: 0.04,
  medium: 0.09,
  high: 0.15,
};

/**
 * The parts of the risk, in the order of the report. Two questions: may the figures be wrong (first four parts, up to 0.5),
 * and may the plan fail though they are right (last four, up to 0.5). The steps are judgements, not measurements; they
 * are small so that risk tells near-equals apart and overturns nothing else.
 */
export function riskParts(candidate: Assessed, catalogYear: number): readonly RiskPart[] {
  const known = KNOWN.get(candidate);
  if (known?.catalogYear === catalogYear) return known.parts;
  const parts = findParts(candidate, catalogYear);
  KNOWN.set(candidate, { catalogYear, parts });
  return parts;
}

/** Three criteria ask for the same parts. */
const KNOWN = new WeakMap<Assessed, { catalogYear: number; parts: readonly RiskPart[] }>();

function findParts(candidate: Assessed, catalogYear: number): readonly RiskPart[] {
  return [
    dataConfidence(candidate),
    unverified(candidate),
    estimated(candidate),
    parameters(candidate),
    availability(candidate, catalogYear),
    supply(candidate),
    accuracy(candidate),
    exportLicence(candidate),
  ].filter(({ share }) => share > 0);
}

/** Some parts by themselves: what they add up to over what they would at their worst, 0..1, with their reasons. */
export function partsShare(
  candidate: Assessed,
  catalogYear: number,
  ids: readonly RiskPartId[],
): { value: number; notes: readonly string[] } {
  const parts = riskParts(candidate, catalogYear).filter(({ id }) => ids.includes(id));
  const sum = parts.reduce((total, { share }) => total + share, 0);
  const worst = ids.reduce((total, id) => total + WORST[id], 0);
  return {
    value: Math.min(1, sum / worst),
    notes: parts.map(({ reason }) => `${reason[0]?.toUpperCase()}${reason.slice(1)}.`),
  };
}

function dataConfidence({ chip }: Assessed): RiskPart {
  return {
    id: "data",
    share: DATA[chip.confidence],
    reason: `the confidence in the chip's data is ${chip.confidence}`,
  };
}

function unverified({ chip }: Assessed): RiskPart {
  return {
    id: "unverified",
    share: chip.verified ? 0 : 0.1,
    reason: "nobody has re-read the datasheet",
  };
}

function estimated({ chip }: Assessed): RiskPart {
  const figures = figuresThatCount(chip.estimated);
  return {
    id: "estimates",
    share: Math.min(0.1, figures.length * 0.03),
    reason: `estimated, not published: ${figures.join(", ")}`,
  };
}

function parameters({ family }: Assessed): RiskPart {
  const basis = family?.basis ?? "inherited";
  return {
    id: "parameters",
    share: PARAMETERS[basis],
    reason:
      basis === "published"
        ? "its simulation rests on published facts, not on measurements"
        : "its simulation inherits parameters from its class",
  };
}

function availability({ chip }: Assessed, catalogYear: number): RiskPart {
  const announced = chip.year > catalogYear;
  return {
    id: "availability",
    share: announced ? 0.2 : chip.year === catalogYear ? 0.06 : 0,
    reason: announced
      ? `it is announced for ${chip.year}`
      : `it is new in ${chip.year}, supply may be short`,
  };
}

/** Bought hardware may come from any dealer while it is made; rented hardware from one cloud leaves no way out. */
function supply({ chip, plan, clouds }: Assessed): RiskPart {
  const rented = plan.ownership === "rent";
  const scarce = rented ? clouds.length <= 1 : chip.endOfSale !== undefined;
  return {
    id: "supply",
    share: scarce ? 0.1 : 0,
    reason: rented
      ? `only ${clouds[0] ?? "one cloud"} rents it`
      : `it has not been made since ${chip.endOfSale}: spares and warranty are hard to get`,
  };
}

function accuracy({ plan }: Assessed): RiskPart {
  const worst = plan.tasks.reduce<AccuracyRisk>(
    (risk, task) => (ACCURACY[task.accuracyRisk] > ACCURACY[risk] ? task.accuracyRisk : risk),
    "none",
  );
  return {
    id: "accuracy",
    share: ACCURACY[worst],
    reason: `the formats and compression used carry a ${worst} risk to accuracy`,
  };
}

function exportLicence({ chip }: Assessed): RiskPart {
  const { category } = exportClass(chip);
  return {
    id: "export",
    share: { none: 0, unknown: 0.03, "3A090.b": 0.04, "3A090.a": 0.05 }[category],
    reason:
      category === "unknown"
        ? "its export class cannot be told from known figures"
        : `its export is controlled (ECCN ${category})`,
  };
}
