import type { Generator } from "./generator.ts";
import { fillNormals, NORMAL_BITS, normalTable } from "./normal.ts";
import type { ValueDraws } from "./value-draws.ts";

/** Draws that are made at once: so many of each cell that its table stays in the nearest cache meanwhile. Even. */
export const BATCH = 50;

/** The first row of a batch that is no row of places: those of cells without shared errors, and of one with them. */
export const FIRST_ROW = 2 * BATCH;

/** Rows of a batch, one number for each draw, that start at `FIRST_ROW`; those before are places in tables. */
export function rowsFor({ middle }: ValueDraws, count: number): Float64Array {
  return new Float64Array(FIRST_ROW + count * BATCH).fill(middle, 0, BATCH);
}

/** Draws the shared errors of a batch. */
export function startBatch({ shared }: ValueDraws, generator: Generator): void {
  fillNormals(shared, generator);
}

/** Where values of an alternative go: those of each criterion, times a row of weights, are added to a row. */
export interface Destination {
  /** Rows of a batch, made by `rowsFor`. */
  readonly rows: Float64Array;
  /** Start of the weights of the first criterion, and how far those of the next lie behind. */
  readonly weights: number;
  readonly weightsStep: number;
  readonly to: number;
  readonly toStep: number;
}

/**
 * Draws one alternative in the present batch. Nearly all time goes to this: one function, which V8 compiles at once, and few
 * arrays, whose addresses fit into registers.
 */
export function drawAlternative(
  drawn: ValueDraws,
  alternative: number,
  generator: Generator,
  { rows, weights: firstWeights, weightsStep, to: firstTo, toStep }: Destination,
): void {
  const { criteria, base, tableAt, tables, sigma } = drawn;
  const { loadingsEnd, loadingAt, factorAt, shared } = drawn;
  const numbers = drawn.numbers[alternative] ?? new Int32Array();
  const normals = normalTable();
  const mask = 2 ** NORMAL_BITS - 1;
  const shift = 32 - NORMAL_BITS;
  let number = 0;
  generator.writeTo(numbers);
  for (let j = 0, cell = alternative * criteria; j < criteria; j += 1, cell += 1) {
    const weights = firstWeights + j * weightsStep;
    const to = firstTo + j * toStep;
    const table = tableAt[cell] ?? -1;
    if (table === -1) {
      const value = base[cell] ?? 0;
      for (let k = 0; k < BATCH; k += 1) {
        rows[to + k] = (rows[to + k] ?? 0) + (rows[weights + k] ?? 0) * value;
      }
    } else {
      let places = 0;
      const end = loadingsEnd[cell] ?? 0;
      for (let load = cell === 0 ? 0 : (loadingsEnd[cell - 1] ?? 0); load < end; load += 1) {
        const loading = loadingAt[load] ?? 0;
        const from = (factorAt[load] ?? 0) * BATCH;
        for (let k = 0; k < BATCH; k += 1) {
          rows[BATCH + k] = (rows[places + k] ?? 0) + loading * (shared[from + k] ?? 0);
        }
        places = BATCH;
      }
      const spread = sigma[cell] ?? 0;
      if (spread === 0) {
        for (let k = 0; k < BATCH; k += 1) {
          const place = rows[places + k] ?? 0;
          const step = place | 0;
          const low = tables[table + step] ?? 0;
          const value = low + (place - step) * ((tables[table + step + 1] ?? 0) - low);
          rows[to + k] = (rows[to + k] ?? 0) + (rows[weights + k] ?? 0) * value;
        }
        continue;
      }
      for (let k = 0; k < BATCH; k += 2) {
        const bits = numbers[number + (k >> 1)] ?? 0;
        const one = (rows[places + k] ?? 0) + spread * (normals[bits & mask] ?? 0);
        const step = one | 0;
        const low = tables[table + step] ?? 0;
        const value = low + (one - step) * ((tables[table + step + 1] ?? 0) - low);
        rows[to + k] = (rows[to + k] ?? 0) + (rows[weights + k] ?? 0) * value;
        const two = (rows[places + k + 1] ?? 0) + spread * (normals[bits >>> shift] ?? 0);
        const next = two | 0;
        const below = tables[table + next] ?? 0;
        const other = below + (two - next) * ((tables[table + next + 1] ?? 0) - below);
        rows[to + k + 1] = (rows[to + k + 1] ?? 0) + (rows[weights + k + 1] ?? 0) * other;
      }
      number += BATCH / 2;
    }
  }
}
