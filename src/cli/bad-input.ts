import type { Diagnostic } from "../input/diagnostic.ts";

/** Files that a person wrote and that cannot be used; ends with exit code 2 and every diagnostic shown. */
export class BadInput extends Error {
  readonly diagnostics: readonly Diagnostic[];
  /** Text of each file by its name in the diagnostics, for the code frames. */
  readonly sources: ReadonlyMap<string, string>;

  constructor(
    diagnostics: readonly Diagnostic[],
    sources: ReadonlyMap<string, string> = new Map(),
  ) {
    super(diagnostics[0]?.message ?? "bad input");
    this.name = "BadInput";
    this.diagnostics = diagnostics;
    this.sources = sources;
  }
}
