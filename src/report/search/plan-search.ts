import { formatQuantity } from "../../units/format.ts";
import type { Block } from "../document.ts";
import { formats } from "../evaluation/layout.ts";
import type { PlanSearch } from "../search-types.ts";
import { rejectionBlocks } from "./rejections.ts";

/** What the planner has looked at to find the plan of a training task, and what it could leave out. */
export function planSearchBlocks(searches: readonly PlanSearch[]): Block[] {
  return searches.flatMap((search): Block[] => {
    const { taskId, stackId, precision, costed, fitting, pruned } = search;
    return [
      { kind: "heading", text: `Search: ${taskId} in ${formats(precision, false)} on ${stackId}` },
      {
        kind: "facts",
        items: [
          {
            label: "Costed",
            value: `${count(costed)} configurations, ${count(fitting)} of them fit`,
          },
          {
            label: "Pruned",
            value: `${count(pruned.batches)} micro-batches of a split, ${count(pruned.pipelines)} pipelines, ${count(pruned.layouts)} layouts, ${count(pruned.configurations)} configurations: bounds prove that none is better`,
          },
        ],
      },
      ...rejectionBlocks(search.rejected),
    ];
  });
}

const count = (value: number): string => formatQuantity(value, "count");
