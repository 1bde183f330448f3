/** What the reader asked to see; the same for every format. */
export interface EvaluationView {
  /** The workload file as the user named it, for the suggested command. */
  source: string;
  /** List every candidate, also the excluded ones one by one. */
  all: boolean;
}

/** Rows of the ranking without `all`. */
export const RANKED_SHOWN = 10;
/** Candidates whose score is taken apart. */
export const JUSTIFIED_SHOWN = 5;
/** Nearest misses named for each reason of exclusion. */
export const MISSES_SHOWN = 3;
