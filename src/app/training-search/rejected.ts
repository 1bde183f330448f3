import {
  addRejections,
  noRejections,
  REJECTION_IDS,
  REJECTIONS,
  type RejectionCounts,
} from "../../planner/training/rejections.ts";
import type { Rejected } from "../../report/search-types.ts";

/** Reasons that rejected anything in either of two counts. */
export function rejectedOf(
  one: Readonly<RejectionCounts>,
  other: Readonly<RejectionCounts>,
): readonly Rejected[] {
  const all = noRejections();
  addRejections(all, one);
  addRejections(all, other);
  return REJECTION_IDS.filter((id) => all[id] > 0).map((id) => ({
    id,
    ...REJECTIONS[id],
    count: all[id],
  }));
}
