import type { Criterion } from "./criterion.ts";
import { riskParts } from "./risk-parts.ts";

export const risk: Criterion = {
  id: "risk",
  title: "Risk",
  unit: "0–1, less is better",
  description:
    "Sum of documented parts: doubtful, unread or estimated data, untested simulation parameters, announced or new products, a single cloud, accuracy lost to low precision or compression, export licences. Worst: 1. Best: 0.",
  direction: "min",
  scale: "linear",
  why: "The parts are added up on one scale, so equal steps mean the same everywhere.",
  range: () => ({ worst: 1, best: 0 }),
  measure(candidate, { references }) {
    const parts = riskParts(candidate, references.catalogYear);
    return {
      value: parts.reduce((sum, { share }) => sum + share, 0),
      notes: parts.map(({ share, reason }) => `+${Number(share.toFixed(2))} ${reason}`),
    };
  },
};
