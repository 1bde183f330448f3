import type { Mapping } from "../input/mapping.ts";
import type { Round } from "../workload/speculate.ts";
import { numberInNote } from "./row-fields.ts";
import { statedGroups } from "./stated-groups.ts";
import type { MeasurementRow } from "./types.ts";
import type { Unsaid } from "./unsaid.ts";

/** By model: tokens that a round yields with one, two … proposals of its own prediction head, as measured. */
export type RoundYields = Readonly<Record<string, readonly number[]>>;

/** "MTP3", "MTP=3", "MTP with 3 draft layers", "MTP speculative decoding with 3 draft layers", but not "no MTP". */
const STATED = /(?<!no )\bMTP(?: speculative decoding)?(?: with |=)?(\d)\b/u;

/** How a row's run speculated with the model's own prediction head; null where it did not. */
export function speculationOf(
  row: MeasurementRow,
  modelId: string,
  yields: RoundYields,
  unsaid: Unsaid,
): Round | null {
  const tokens = numberInNote(row, STATED) ?? unsaidProposals(row, unsaid);
  const yielded = tokens === null ? undefined : yields[modelId]?.[tokens - 1];
  return tokens === null || yielded === undefined ? null : { tokens, yielded };
}

function unsaidProposals(row: MeasurementRow, unsaid: Unsaid): number | null {
  const { proposals = null, proposalsOfDataParallel = proposals } = unsaid;
  return statedGroups(row).attention > 1 ? proposalsOfDataParallel : proposals;
}

/** @throws TypeError when the section does not have the form of frameworks.yaml */
export function readRoundYields(section: Mapping): RoundYields {
  const yields: Record<string, number[]> = {};
  for (const [id, list] of Object.entries(section)) {
    if (!Array.isArray(list) || !list.every((item) => typeof item === "number")) {
      throw new TypeError(`roundYields.${id} must be a list of numbers`);
    }
    yields[id] = list;
  }
  return yields;
}
