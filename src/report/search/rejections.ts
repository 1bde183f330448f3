import type { Block, Cell } from "../document.ts";
import type { Rejected } from "../search-types.ts";

/** What divisibility, schedules and memory have rejected, most first. */
export function rejectionBlocks(rejected: readonly Rejected[]): Block[] {
  if (rejected.length === 0) return [];
  return [
    { kind: "heading", text: "Rejected" },
    {
      kind: "table",
      table: {
        columns: [
          { id: "count", title: "Count", type: "count" },
          { id: "counted", title: "Of", type: "text" },
          { id: "reason", title: "Reason", type: "text" },
        ],
        rows: rejected.map(({ count, counted, reason }): Cell[] => [
          { value: count },
          { value: counted },
          { value: reason },
        ]),
      },
    },
  ];
}
