/** Names that a workload file may use, as the catalogue and the criteria have them. */
export interface KnownNames {
  readonly models: readonly string[];
  readonly chips: readonly string[];
  readonly classes: readonly string[];
  readonly vendors: readonly string[];
  readonly stacks: readonly string[];
  readonly formFactors: readonly string[];
  readonly criteria: readonly string[];
  /** By criterion: whether more of its figure is better, or less. */
  readonly directions?: Readonly<Record<string, "max" | "min">>;
  /** Electricity by name: `budget.grid` of a workload file. The one called "world" stands in where the file names none. */
  readonly grids?: Readonly<Record<string, KnownGrid>>;
  /** Field of use → criterion → weight, where a workload file names no weights. */
  readonly defaultWeights?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /**
   * Model id → which lengths must be given because the model counts tokens and does not fix their number itself.
   * A model that is not named here needs neither.
   */
  readonly tokenLengths?: ReadonlyMap<string, { input: boolean; output: boolean }>;
}

interface KnownGrid {
  readonly name: string;
  readonly gramsPerKilowattHour: number;
  readonly year: number;
  readonly source: string;
}

/** What else reading a workload needs of the outside; both are optional for callers without such references. */
export interface WorkloadSources {
  /** Parsed content of a JSON file, its path relative to the workload file. */
  readonly readJson: (
    path: string,
  ) => { ok: true; value: unknown } | { ok: false; message: string };
  /** Contradictions of an inline model profile that passed the schema. */
  readonly checkProfile?: (profile: Readonly<Record<string, unknown>>) => readonly ModelFault[];
  /** Why a Hugging Face configuration cannot be simulated; empty when it can. */
  readonly checkHuggingFace?: (config: Readonly<Record<string, unknown>>) => readonly ModelFault[];
}

export interface ModelFault {
  /** Dotted place in the profile; empty for the whole. */
  readonly path: string;
  readonly message: string;
  readonly help: string | null;
}
