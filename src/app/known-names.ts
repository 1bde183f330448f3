import type { Catalog, Model } from "../catalog/types.ts";
import { CRITERIA } from "../decision/criteria/all-criteria.ts";
import type { KnownNames } from "../input/known-names.ts";

const CLASSES = ["cpu", "gpu", "tpu", "asic", "fpga", "npu", "mcu"] as const;

/** Names that a workload file may use with this catalogue. */
export function knownNames(catalog: Catalog): KnownNames {
  const { chips, models, stacks, grids = [], applications = [] } = catalog;
  return {
    models: models.map(({ id }) => id),
    chips: chips.map(({ id }) => id),
    classes: CLASSES,
    vendors: unique(chips.map(({ vendor }) => vendor)),
    stacks: stacks.map(({ id }) => id),
    formFactors: unique(chips.map(({ formFactor }) => formFactor)),
    criteria: CRITERIA.map(({ id }) => id),
    directions: Object.fromEntries(CRITERIA.map(({ id, direction }) => [id, direction])),
    grids: Object.fromEntries(grids.map((grid) => [grid.id, grid])),
    defaultWeights: Object.fromEntries(
      applications.map(({ id, weights }) => [
        id,
        Object.fromEntries(weights.map(({ criterion, weight }) => [criterion, weight])),
      ]),
    ),
    tokenLengths: new Map(models.map((model) => [model.id, tokenLengths(model)])),
  };
}

/** Which lengths only the user can know: a prompt, an answer, or neither where the model fixes its input. */
function tokenLengths(model: Model): { input: boolean; output: boolean } {
  switch (model.kind) {
    case "decoder":
      return { input: true, output: true };
    case "encoder":
      return { input: model.tokensPerSample === null, output: false };
    case "encoder-decoder":
      return { input: model.tokensPerSample === null, output: true };
    default:
      return { input: false, output: false };
  }
}

function unique(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))].sort();
}
