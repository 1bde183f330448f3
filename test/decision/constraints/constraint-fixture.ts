import type { Chip, Model } from "../../../src/catalog/types.ts";
import type {
  Constraint,
  ConstraintContext,
} from "../../../src/decision/constraints/constraint.ts";
import type { Workload } from "../../../src/input/workload-types.ts";
import type { LimitCheck } from "../../../src/planner/types.ts";
import { chip, system } from "../../economics/hardware-fixture.ts";
import { stack } from "../assessed-fixture.ts";
import { constraints, workload } from "../workload-fixture.ts";

/** The smallest model of a kind that task support looks at: its kind. */
export function modelOf(kind: "decoder" | "blocks" | "encoder-decoder"): Model {
  const common = {
    id: "test-model",
    name: "Test model",
    family: "test",
    task: "test",
    parameters: 1e9,
    activeParameters: 1e9,
    maxContextTokens: null,
    publishedMacs: null,
    confidence: "high",
    verified: true,
    estimated: [],
    note: null,
  } as const;
  const shape = {
    layers: 1,
    hidden: 64,
    heads: 1,
    keyValueHeads: 1,
    headDim: 64,
    ffn: 256,
    gated: false,
    vocabulary: 100,
    tiedEmbeddings: true,
    experts: null,
    latent: null,
    span: {
      fullLayers: 1,
      windowLayers: 0,
      windowTokens: 0,
      linearLayers: 0,
      noneLayers: 0,
      sparseTopTokens: null,
    },
  } as const;
  if (kind === "decoder") return { ...common, kind, shape };
  if (kind === "encoder-decoder") {
    return { ...common, kind, encoder: shape, decoder: shape, tokensPerSample: null, stem: [] };
  }
  return { ...common, kind, input: { channels: 3, height: 8, width: 8, depth: 1 }, blocks: [] };
}

export function context(overrides: Partial<ConstraintContext> = {}): ConstraintContext {
  return {
    chip: chip(),
    system: system(),
    stacks: [stack()],
    workload: workload(),
    models: new Map([["chat", modelOf("decoder")]]),
    rentUsdPerChipHour: 3,
    ...overrides,
  };
}

/** Checks one chip against one entry of the workload's `constraints`. */
export function checkWith(
  constraint: Constraint,
  limits: Partial<Workload["constraints"]>,
  figures: Partial<Chip> = {},
): LimitCheck | null {
  return constraint.check(
    context({
      chip: chip(figures),
      workload: workload({ constraints: constraints(limits) }),
    }),
  );
}
