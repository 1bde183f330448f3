import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Direction } from "../../../src/input/matrix/matrix-types.ts";
import type { DecisionTable } from "../../../src/decision/methods/table.ts";

/** What the vectors say of options and inputs, each under the name that its method has for it. */
export interface Params {
  normalization?: string;
  v?: number;
  lambda_?: number;
  preference?: string[];
  q?: number[];
  p?: number[];
  s?: number[];
  bounds?: [number, number][];
  ideal?: number[];
  anti_ideal?: number[];
  weights_are_rescaled_to_sum_1?: boolean;
  added_alternative?: number[];
  criteria_ratio_scores?: Record<string, number[]>;
  formula?: string;
  criteria_matrix?: number[][];
  alternative_matrices?: Record<string, number[][]>;
  alternatives?: string[];
  criteria_cr?: number;
  cr_criteria?: number;
  best_to_others?: number[];
  others_to_worst?: number[];
  cutoffs?: number[];
  values?: number[];
  x_a?: number[];
  x_b?: number[];
  x_clip_extrapolate?: number[];
  mc_check_1e6?: { rank_acceptability?: number[][] };
}

/** A published or analytic example: see `source` of each in test/fixtures/decision/vectors.yaml. */
export interface Vector {
  id: string;
  method: string;
  status: string;
  params?: Params;
  matrix?: number[][];
  weights?: number[];
  types?: (1 | -1)[];
  expected: Record<string, unknown>;
  /** Own reference of the collection, to 8 digits. */
  exact?: Record<string, unknown>;
  tolerance: number;
  source: string;
}

export interface RandomReference {
  seed: number;
  matrix: number[][];
  weights: number[];
  types: (1 | -1)[];
  promethee_q: number[];
  promethee_p: number[];
  spotis_bounds: [number, number][];
  expected: Record<string, number[]>;
}

const FILE = join(import.meta.dirname, "../../fixtures/decision/vectors.yaml");

const content: { vectors: Vector[]; random_reference: RandomReference[] } = parse(
  readFileSync(FILE, "utf8"),
);

export const VECTORS: readonly Vector[] = content.vectors;
export const RANDOM: readonly RandomReference[] = content.random_reference;

/** Id of a method by its name in the vectors. */
export const METHOD_NAMES: Readonly<Record<string, string>> = {
  weighted_sum: "weighted-sum",
  weighted_product: "weighted-product",
  waspas: "waspas",
  topsis: "topsis",
  vikor: "vikor",
  promethee2: "promethee",
  copras: "copras",
  marcos: "marcos",
  spotis: "spotis",
  rafsi: "rafsi",
  edas: "edas",
};

export function vectorsOf(...methods: readonly string[]): Vector[] {
  return VECTORS.filter(({ method }) => methods.includes(method));
}

/** Weights of 0 where the vector has none. */
export function tableOf({
  matrix = [],
  weights,
  types,
}: Pick<Vector, "matrix" | "weights" | "types">): DecisionTable {
  const columns = matrix[0] ?? [];
  return {
    figures: matrix,
    criteria: columns.map((_, j) => ({
      id: `c${j + 1}`,
      direction: directionOf(types?.[j]),
      weight: weights?.[j] ?? 0,
    })),
  };
}

export function directionOf(type: 1 | -1 | undefined): Direction {
  return type === -1 ? "min" : "max";
}

/** The vector of that id. */
export function vectorOf(id: string): Vector {
  const vector = VECTORS.find((each) => each.id === id);
  if (vector === undefined) throw new Error(`no vector ${id}`);
  return vector;
}

/** Name of the normalisation in the vector (prose may follow it) as the program spells it. */
export function normalisationIn({ normalization = "" }: Params): string {
  const word = /^[a-z_]+/u.exec(normalization)?.[0] ?? "";
  return word === "minmax" ? "min-max" : word.replace("_", "-");
}

/** Largest distance between figures, nested or not; what is no figure is at distance 0 from itself and infinity from the rest. */
export function distance(actual: unknown, expected: unknown): number {
  const a = leaves(actual);
  const b = leaves(expected);
  if (a.length !== b.length) return Infinity;
  return Math.max(0, ...a.map((x, index) => apart(x, b[index])));
}

function leaves(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flatMap(leaves) : [value];
}

function apart(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b);
  return a === b ? 0 : Infinity;
}
