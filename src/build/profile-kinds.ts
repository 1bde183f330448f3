/** One kind of profile: where its files lie and which schema they keep. */
export interface ProfileKind {
  /** Key in the compiled catalogue and in the provenance. */
  readonly id: string;
  /** Folder below profiles/, searched with its sub-folders; or one file. */
  readonly place: string;
  /** File in schemas/. */
  readonly schema: string;
  /** Whether a file is named for the `id` inside it. */
  readonly named: boolean;
}

export const PROFILE_KINDS = [
  { id: "chips", place: "chips", schema: "chip.schema.json", named: true },
  { id: "models", place: "models", schema: "model.schema.json", named: true },
  { id: "systems", place: "systems", schema: "system.schema.json", named: true },
  { id: "stacks", place: "stacks", schema: "stack.schema.json", named: true },
  { id: "families", place: "families", schema: "family.schema.json", named: true },
  { id: "cloudPrices", place: "prices", schema: "prices.schema.json", named: true },
  { id: "grids", place: "grids", schema: "grids.schema.json", named: true },
  {
    id: "applications",
    place: "applications",
    schema: "application.schema.json",
    named: true,
  },
  { id: "workloads", place: "workloads", schema: "workload.schema.json", named: false },
] as const satisfies readonly ProfileKind[];

export type ProfileKindId = (typeof PROFILE_KINDS)[number]["id"];
