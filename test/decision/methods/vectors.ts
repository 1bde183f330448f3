import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Direction } from "../../../src/input/matrix/matrix-types.ts";
import type { DecisionTable } from "../../../src/decision/methods/table.ts";

/** A published or analytic example: see `source` of each in test/fixtures/decision/vectors.yaml. */
export interface Vector {
  id: string;
  method: string;
  status: string;
  params?: Record<string, unknown>;
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

const { vectors, random_reference: random } = parse(readFileSync(FILE, "utf8")) as {
  vectors: Vector[];
  random_reference: RandomReference[];
};

export const VECTORS: readonly Vector[] = vectors;
export const RANDOM: readonly RandomReference[] = random;

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

/** Largest distance between two lists of figures, nested or not. */
export function distance(actual: unknown, expected: unknown): number {
  const a = flat(actual);
  const b = flat(expected);
  if (a.length !== b.length) return Infinity;
  return Math.max(0, ...a.map((x, index) => Math.abs(x - (b[index] ?? Number.NaN))));
}

function flat(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(flat);
  return [typeof value === "number" ? value : Number.NaN];
}
