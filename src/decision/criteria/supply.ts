import type { Criterion } from "./criterion.ts";
import { partsShare, type RiskPartId } from "./risk-parts.ts";

const PARTS: readonly RiskPartId[] = ["availability", "supply", "export"];

export const supply: Criterion = {
  id: "supply",
  title: "Supply and vendor risk",
  unit: "0–1",
  description:
    "The parts of the risk about getting the hardware: announced or new products, a single cloud, export licences. Worst: 1, all at their worst. Best: 0. Risk holds these parts: a weight here counts them once more.",
  direction: "min",
  scale: "linear",
  why: "The parts are added up on one scale, so equal steps mean the same everywhere.",
  range: () => ({ worst: 1, best: 0 }),
  measure: (candidate, { references }) => partsShare(candidate, references.catalogYear, PARTS),
};
