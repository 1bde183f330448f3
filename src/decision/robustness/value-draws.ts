import { LARGEST_NORMAL, type Generator } from "./generator.ts";
import type { UncertainTable } from "./uncertain-table.ts";

/** Steps of the table in which the value of one uncertain cell is looked up. */
const STEPS = 128;

export interface ValueDraws {
  /** Values at the base figures, alternatives × criteria, row by row. */
  readonly base: Float64Array;
  readonly uncertainCells: number;
  /** Overwrites the uncertain cells of `into`, which started as a copy of `base`. */
  readonly draw: (into: Float64Array, generator: Generator) => void;
}

/**
 * Draws of all values at once. The value of an uncertain cell is a function of its error alone, whatever the shape of the
 * value function, so it is tabulated once over all errors that can be drawn and read by linear interpolation: no exponential
 * or logarithm is taken in the loop.
 */
export function valueDraws(table: UncertainTable): ValueDraws {
  const { alternatives, criteria, figures, own, errors, factors, worth } = table;
  const cells = alternatives * criteria;
  const base = new Float64Array(cells);
  const byCell = loadingsByCell(table);
  const loadsOf = (cell: number): number => byCell[cell]?.length ?? 0;
  const uncertain: number[] = [];
  for (let cell = 0; cell < cells; cell += 1) {
    base[cell] = worth[cell % criteria]?.(figures[cell] ?? 0) ?? 0;
    if (reachOf(own[cell] ?? 0, byCell[cell]) > 0) uncertain.push(cell);
  }

  // Cells without shared errors come first: their loop is the shorter one.
  uncertain.sort((a, b) => loadsOf(a) - loadsOf(b) || a - b);
  const count = uncertain.length;
  const alone = uncertain.filter((cell) => loadsOf(cell) === 0).length;
  const at = Int32Array.from(uncertain);
  /** Errors are counted in steps of the cell's own table from here on. */
  const sigma = new Float64Array(count);
  const values = new Float64Array(count * (STEPS + 2));
  const ends = new Int32Array(count);
  const factorOf: number[] = [];
  const loadingOf: number[] = [];
  uncertain.forEach((cell, k) => {
    const reach = reachOf(own[cell] ?? 0, byCell[cell]);
    const figure = figures[cell] ?? 0;
    const relative = errors[cell % criteria] === "relative";
    const value = worth[cell % criteria] ?? (() => 0);
    const perUnit = STEPS / (2 * reach);
    sigma[k] = (own[cell] ?? 0) * perUnit;
    for (let step = 0; step < STEPS + 2; step += 1) {
      const error = ((2 * step) / STEPS - 1) * reach;
      values[k * (STEPS + 2) + step] = value(relative ? figure * Math.exp(error) : figure + error);
    }
    for (const { factor, loading } of byCell[cell] ?? []) {
      factorOf.push(factor);
      loadingOf.push(loading * perUnit);
    }
    ends[k] = factorOf.length;
  });
  const factorAt = Int32Array.from(factorOf);
  const loadingAt = Float64Array.from(loadingOf);
  const normals = new Float64Array(factors + count);

  return {
    base,
    uncertainCells: count,
    draw(into, generator) {
      if (count === 0) return;
      generator.fillNormals(normals);
      for (let k = 0; k < alone; k += 1) {
        const place = (sigma[k] ?? 0) * (normals[factors + k] ?? 0) + STEPS / 2;
        const step = place | 0;
        const slot = k * (STEPS + 2) + step;
        const low = values[slot] ?? 0;
        into[at[k] ?? 0] = low + (place - step) * ((values[slot + 1] ?? 0) - low);
      }
      let load = 0;
      for (let k = alone; k < count; k += 1) {
        let place = (sigma[k] ?? 0) * (normals[factors + k] ?? 0) + STEPS / 2;
        for (const end = ends[k] ?? 0; load < end; load += 1) {
          place += (loadingAt[load] ?? 0) * (normals[factorAt[load] ?? 0] ?? 0);
        }
        const step = place | 0;
        const slot = k * (STEPS + 2) + step;
        const low = values[slot] ?? 0;
        into[at[k] ?? 0] = low + (place - step) * ((values[slot + 1] ?? 0) - low);
      }
    },
  };
}

type CellLoading = { readonly factor: number; readonly loading: number };

function loadingsByCell({ criteria, loadings }: UncertainTable): CellLoading[][] {
  const byCell: CellLoading[][] = [];
  for (const { alternative, criterion, factor, loading } of loadings) {
    (byCell[alternative * criteria + criterion] ??= []).push({ factor, loading });
  }
  return byCell;
}

/** The largest error that can be drawn for a cell. */
function reachOf(own: number, loadings: readonly CellLoading[] = []): number {
  return LARGEST_NORMAL * loadings.reduce((all, { loading }) => all + Math.abs(loading), own);
}
