/** One thing wrong with a file a person wrote. Positions are 1-based; `path` is the place in the document, e.g. `demand.tasks[0].rate`. */
export interface Diagnostic {
  /** Stable code, `CS####`; `chipselect explain CODE` tells more. */
  code: string;
  severity: "error" | "warning";
  file: string;
  line: number;
  column: number;
  /** Exclusive end of the span on the same line, for the carets. */
  endColumn: number;
  path: string;
  message: string;
  /** What would be right: a did-you-mean, the valid values, an example. */
  help: string | null;
}

export type Reading<T> =
  | { ok: true; value: T; warnings: readonly Diagnostic[] }
  | { ok: false; diagnostics: readonly Diagnostic[] };
