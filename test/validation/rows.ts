import type { Catalog, Model } from "../../src/catalog/types.ts";
import type { FrameworkRule, Naming } from "../../src/validation/naming.ts";
import type { MeasurementRow, MeasurementSet, ValidatedRow } from "../../src/validation/types.ts";
import { validate } from "../../src/validation/validate.ts";
import { a100, family, h100, npu, stack, system } from "../support/chips.ts";
import { llama70b, llama8b } from "../support/models.ts";

const RULE: FrameworkRule = {
  stacks: ["test-stack"],
  layerSplit: false,
  narrowCache: null,
  tf32Convolutions: false,
  shardedWeights: false,
  plainPipeline: false,
  deepInterleave: false,
  earlyKernels: false,
};

export const NAMING: Naming = {
  frameworks: {
    engine: RULE,
    splitter: { ...RULE, layerSplit: true },
    torch: { ...RULE, tf32Convolutions: true },
    halving: { ...RULE, halfOnArm: true },
    "kernel-benchmark": { ...RULE, stacks: ["test-*"] },
  },
  chips: { "Acme H100": "h100" },
  models: { "Llama Eight": "llama3.1-8b" },
  chipAliases: {},
  modelAliases: {},
  networkSizes: {},
  roundYields: {},
  unsaid: [],
};

export function catalog(...models: Model[]): Catalog {
  return {
    chips: [h100(), a100(), npu()],
    models: [llama8b, llama70b, ...models],
    systems: [system()],
    stacks: [stack()],
    families: [family()],
    cloudPrices: [],
  };
}

let count = 0;

/** A row on one H100 with the columns given. */
export function row(set: MeasurementSet, fields: Record<string, string>): MeasurementRow {
  count += 1;
  const id = fields["id"] ?? `row-${count}`;
  const known = {
    chip_id: "h100",
    chip: "",
    chips: "1",
    framework: "engine",
    unit: "",
    grade: "A",
  };
  return { set, id, file: "test.csv", line: count + 1, fields: { ...known, ...fields, id } };
}

/** A row of a language model: BF16, 1,000 tokens in, 101 out, a batch of 8. */
export const llmRow = (fields: Record<string, string>): MeasurementRow =>
  row("llm-inference", {
    model_id: llama8b.id,
    weights_precision: "bf16",
    activation_precision: "bf16",
    input_tokens: "1000",
    output_tokens: "101",
    batch: "8",
    scenario: "fixed-batch",
    value: "1",
    ...fields,
  });

export function results(
  rows: readonly MeasurementRow[],
  on = catalog(),
  naming = NAMING,
): readonly ValidatedRow[] {
  return validate(rows, on, { version: "test", naming }).rows;
}

/** The prediction for one row; throws with the reason when there is none. */
export function predicted(one: MeasurementRow, on = catalog(), naming = NAMING): number {
  const [result] = results([one], on, naming);
  if (!result || result.predicted === null) throw new Error(result?.skipped ?? "no row");
  return result.predicted;
}
