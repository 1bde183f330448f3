import type { Catalog, Family, Stack } from "../catalog/types.ts";

/** A number that physics does not give: of a chip family, or of a software stack. */
export interface Parameter {
  owner: "family" | "stack";
  id: string;
  key: FamilyKey | StackKey;
  /** What it is held between. */
  low: number;
  high: number;
  /** Value without evidence, and how far evidence may pull it before it must be strong: a factor, as a standard deviation of its logarithm. */
  prior: number;
  spread: number;
}

export const FAMILY_KEYS = [
  "matmulShare",
  "bandwidthShare",
  "vectorShare",
  "attentionShare",
  "narrowShare",
  "depthwiseShare",
  "launchSeconds",
] as const;
export const STACK_KEYS = [
  "computeShare",
  "bandwidthShare",
  "linkShare",
  "collectiveOverlap",
  "collectiveOverheadSeconds",
  "stepOverheadSeconds",
  "sequenceOverheadSeconds",
  "kernelOverheadSeconds",
] as const;

export type FamilyKey = (typeof FAMILY_KEYS)[number];
export type StackKey = (typeof STACK_KEYS)[number];

interface Bounds {
  low: number;
  high: number;
  spread: number;
}

/** Shares stay below one: no published decode exceeds 0.93 of memory bandwidth. Overheads may be negligible but not zero, so that they can move. */
const FAMILY_BOUNDS: Readonly<Record<FamilyKey, Bounds>> = {
  matmulShare: { low: 0.05, high: 0.95, spread: 0.3 },
  bandwidthShare: { low: 0.1, high: 0.93, spread: 0.2 },
  vectorShare: { low: 0.02, high: 1, spread: 0.5 },
  attentionShare: { low: 0.1, high: 1, spread: 0.3 },
  narrowShare: { low: 0.4, high: 1, spread: 0.15 },
  depthwiseShare: { low: 0.001, high: 1, spread: 0.7 },
  launchSeconds: { low: 1e-8, high: 5e-4, spread: 0.7 },
};
const STACK_BOUNDS: Readonly<Record<StackKey, Bounds>> = {
  computeShare: { low: 0.05, high: 1.15, spread: 0.25 },
  bandwidthShare: { low: 0.1, high: 1.1, spread: 0.2 },
  linkShare: { low: 0.1, high: 1, spread: 0.3 },
  collectiveOverlap: { low: 0.01, high: 0.99, spread: 0.5 },
  collectiveOverheadSeconds: { low: 1e-7, high: 2e-4, spread: 0.7 },
  stepOverheadSeconds: { low: 1e-7, high: 0.05, spread: 1 },
  sequenceOverheadSeconds: { low: 1e-9, high: 1e-3, spread: 1.5 },
  kernelOverheadSeconds: { low: 1e-8, high: 1e-3, spread: 1 },
};

/** Parameters of the families and stacks that have rows, the present values as priors. */
export function parametersOf(
  catalog: Catalog,
  families: ReadonlySet<string>,
  stacks: ReadonlySet<string>,
): Parameter[] {
  return [
    ...catalog.families
      .filter(({ id }) => families.has(id))
      .flatMap((family) =>
        FAMILY_KEYS.map((key) => parameter("family", family, key, FAMILY_BOUNDS[key])),
      ),
    ...catalog.stacks
      .filter(({ id }) => stacks.has(id))
      .flatMap((stack) =>
        STACK_KEYS.map((key) => parameter("stack", stack, key, STACK_BOUNDS[key])),
      ),
  ];
}

function parameter<K extends FamilyKey | StackKey>(
  owner: Parameter["owner"],
  of: { id: string } & Readonly<Record<K, number>>,
  key: K,
  { low, high, spread }: Bounds,
): Parameter {
  const prior = Math.min(high, Math.max(low, of[key]));
  return { owner, id: of.id, key, low, high, prior, spread };
}

export function withValue(family: Family, key: FamilyKey, value: number): Family {
  return { ...family, [key]: value };
}

export function withStackValue(stack: Stack, key: StackKey, value: number): Stack {
  return { ...stack, [key]: value };
}
