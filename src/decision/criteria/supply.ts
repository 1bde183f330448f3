import type { Criterion } from "./criterion.ts";
import { partsShare, type RiskPartId } from "./risk-parts.ts";

const PARTS: readonly RiskPartId[] = ["availability", "supply", "export"];

export const supply: Criterion = {
  id: "supply",
  title: "Supply and vendor risk",
  unit: "0–1, less is better",
  description:
    "The parts of the risk that are about getting the hardware: announced or new products, a single cloud to rent from, export licences. Worst: 1, all of them at their worst. Best: 0. Equal shares are worth the same. Risk holds these parts already: a weight here counts them once more.",
  scale: "linear",
  range: () => ({ worst: 1, best: 0 }),
  measure: (candidate, { references }) => partsShare(candidate, references.catalogYear, PARTS),
};
