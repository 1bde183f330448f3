/** An error that several cells share, such as that of a software stack or of a price level. */
interface Loading {
  readonly alternative: number;
  readonly criterion: number;
  /** Which shared error, 0 … factors − 1. */
  readonly factor: number;
  /** How far one standard deviation of the shared error moves the cell; the sign says which way. */
  readonly loading: number;
}

/**
 * Figures and how far they may be off. A cell is base × exp(e) where its criterion has relative errors and base + e where it has
 * absolute ones, with e = own · z + Σ loading · f, all z and f independent standard normals.
 */
export interface UncertainTable {
  readonly alternatives: number;
  readonly criteria: number;
  /** Alternatives × criteria, row by row. */
  readonly figures: Float64Array;
  /** Standard deviation of each cell's own error; 0 where there is none. */
  readonly own: Float64Array;
  /** By criterion. */
  readonly errors: readonly ("relative" | "absolute")[];
  readonly factors: number;
  readonly loadings: readonly Loading[];
  /** Value 0..1 of a figure, by criterion. */
  readonly worth: readonly ((figure: number) => number)[];
}

/** A table without errors. */
export function certainTable(
  figures: readonly (readonly number[])[],
  worth: UncertainTable["worth"],
): UncertainTable {
  const criteria = worth.length;
  return {
    alternatives: figures.length,
    criteria,
    figures: Float64Array.from(figures.flat()),
    own: new Float64Array(figures.length * criteria),
    errors: worth.map(() => "relative"),
    factors: 0,
    loadings: [],
    worth,
  };
}
