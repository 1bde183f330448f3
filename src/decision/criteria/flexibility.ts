import type { Criterion } from "./criterion.ts";

export const flexibility: Criterion = {
  id: "flexibility",
  title: "Flexibility",
  unit: "share of models",
  description:
    "Share of the catalogue's models that one machine runs: a stack of the chip does that kind of model, and the weights fit into the chips' memory at the narrowest format of 8 bits or more. Worst: 0. Best: 1, all of them. Equal shares are worth the same. Whether a model runs fast enough is not asked.",
  direction: "max",
  scale: "linear",
  why: "Each further model that runs counts as much as the one before.",
  notApplicable: ({ references }) =>
    references.runnableShare === undefined ? "No models are known to compare with." : null,
  range: () => ({ worst: 0, best: 1 }),
  measure({ chip, system, stacks }, { references }) {
    const value = references.runnableShare?.({ chip, system, stacks }) ?? null;
    return { value, notes: [] };
  },
};
