import type { RankedAlternative, RankResult, Witness } from "./types.ts";

/** What the reader asked to see; the same for every format. */
export interface RankView {
  /** The matrix file as the user named it, for the suggested command. */
  source: string;
  /** Every alternative and every rank. */
  all: boolean;
}

/** Rows and ranks without `all`. */
const ALTERNATIVES_SHOWN = 10;
export const RANKS_SHOWN = 5;
/** Alternatives whose score is taken apart. */
export const JUSTIFIED_SHOWN = 4;

export function ranked({ alternatives }: RankResult): RankedAlternative[] {
  return alternatives.filter(({ feasible }) => feasible);
}

export function shownOf<T>(items: readonly T[], { all }: RankView): readonly T[] {
  return all ? items : items.slice(0, ALTERNATIVES_SHOWN);
}

export function nameIn({ alternatives }: RankResult): (id: string) => string {
  const names = new Map(alternatives.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

const USUAL: Readonly<Record<string, unknown>> = { inputs: "figures", distance: "euclidean" };

/** `topsis (vector)`: the options that tell two witnesses of one method apart. */
export function witnessLabel({ method, options }: Witness): string {
  const said = Object.entries(options)
    // What everybody takes is not said.
    .filter(([key, value]) => USUAL[key] !== value)
    .map(([key, value]) => {
      if (key === "normalisation" || key === "distance") return String(value);
      return key === "inputs" ? `on ${String(value)}` : `${key} ${String(value)}`;
    });
  return said.length === 0 ? method : `${method} (${said.join(", ")})`;
}
