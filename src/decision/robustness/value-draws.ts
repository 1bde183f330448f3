import { BATCH } from "./draw-batch.ts";
import { LARGEST_NORMAL } from "./normal.ts";
import type { UncertainTable } from "./uncertain-table.ts";

/** Steps of the table in which the value of one uncertain cell is looked up; few draws need no finer one. */
const STEPS = 128;
const COARSE_STEPS = 32;
const FEW_DRAWS = 1000;

/**
 * Values of all cells as functions of their errors. Whatever the shape of the value function, the value of an uncertain cell is
 * tabulated once over all errors that can be drawn and read by linear interpolation: no exponential or logarithm is taken in
 * the loop. Errors are counted in steps of that table.
 */
export interface ValueDraws {
  readonly criteria: number;
  /** Values at the base figures, alternatives × criteria, row by row. */
  readonly base: Float64Array;
  readonly uncertainCells: number;
  /** Place of the base figure in every table. */
  readonly middle: number;
  /** By cell: where its table starts in `tables`, −1 where the cell is certain. */
  readonly tableAt: Int32Array;
  readonly tables: Float64Array;
  /** By cell: standard deviation of its own error. */
  readonly sigma: Float64Array;
  /** By cell: errors that it shares with others, in `loadingAt` and `factorAt` up to here; those of the cell before end where its own start. */
  readonly loadingsEnd: Int32Array;
  readonly loadingAt: Float64Array;
  readonly factorAt: Int32Array;
  /** Shared errors of the present batch: factors × draws. */
  readonly shared: Float64Array;
  /** By alternative: room for the random numbers of its cells with errors of their own in a batch, two draws in each. */
  readonly numbers: readonly Int32Array[];
}

/** @param draws how many will be made in all */
export function valueDraws(table: UncertainTable, draws: number): ValueDraws {
  const { alternatives, criteria, figures, own, errors, factors, worth } = table;
  const steps = draws < FEW_DRAWS ? COARSE_STEPS : STEPS;
  const cells = alternatives * criteria;
  const base = new Float64Array(cells);
  const sigma = new Float64Array(cells);
  const tableAt = new Int32Array(cells).fill(-1);
  const loadingsEnd = new Int32Array(cells);
  const byCell = loadingsByCell(table);
  const factorOf: number[] = [];
  const loadingOf: number[] = [];
  const values: number[] = [];
  let uncertainCells = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    const value = worth[cell % criteria] ?? (() => 0);
    const figure = figures[cell] ?? 0;
    base[cell] = value(figure);
    const deviation = own[cell] ?? 0;
    const reach = reachOf(deviation, byCell[cell]);
    if (reach > 0) {
      const relative = errors[cell % criteria] === "relative";
      const perUnit = steps / (2 * reach);
      sigma[cell] = deviation * perUnit;
      tableAt[cell] = values.length;
      tabulate(steps, reach, values, (error) =>
        value(relative ? figure * Math.exp(error) : figure + error),
      );
      for (const { factor, loading } of byCell[cell] ?? []) {
        factorOf.push(factor);
        loadingOf.push(loading * perUnit);
      }
      uncertainCells += 1;
    }
    loadingsEnd[cell] = factorOf.length;
  }
  const all = new Int32Array((criteria * BATCH) / 2);
  return {
    criteria,
    base,
    uncertainCells,
    middle: steps / 2,
    tableAt,
    tables: Float64Array.from(values),
    sigma,
    loadingsEnd,
    loadingAt: Float64Array.from(loadingOf),
    factorAt: Int32Array.from(factorOf),
    shared: new Float64Array(factors * BATCH),
    numbers: Array.from({ length: alternatives }, (_, i) => {
      const spreads = sigma.subarray(i * criteria, (i + 1) * criteria);
      return all.subarray(0, (spreads.filter((spread) => spread > 0).length * BATCH) / 2);
    }),
  };
}

/** Values from the smallest error to the largest; the last one is read, times nothing, at the end of the last step. */
function tabulate(
  steps: number,
  reach: number,
  values: number[],
  valueOf: (error: number) => number,
): void {
  for (let step = 0; step < steps + 2; step += 1) {
    values.push(valueOf(((2 * step) / steps - 1) * reach));
  }
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
