/** What `--save-baseline` writes; schemas/baseline.schema.json. */
export interface Baseline {
  kind: "chipselect-baseline";
  schemaVersion: 1;
  tool: { name: "chipselect"; version: string };
  /** Spec id → workload ("" for the spec itself) → metric → figure in SI. */
  figures: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, number | null>>>>>
  >;
  /** Checks that failed then. */
  failures: readonly {
    fingerprint: string;
    code: string;
    id: string;
    spec: string;
    workload: string | null;
  }[];
}
