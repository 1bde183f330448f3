import type { Cell, Table } from "../document.ts";
import type { SearchedLayout } from "../search-types.ts";
import { onHost } from "./schedule.ts";

const SHORT = { tensor: "TP", context: "CP", pipeline: "PP", data: "DP" } as const;

/** One row a layout. `Innermost first` is how the split dimensions lie on the chips. */
export function layoutsTable(layouts: readonly SearchedLayout[]): Table {
  return {
    columns: [
      { id: "chips", title: "Chips", type: "count" },
      { id: "layout", title: "Innermost first", type: "text" },
      { id: "microBatch", title: "Micro", type: "count" },
      { id: "interleave", title: "Virtual", type: "count", optional: 1 },
      { id: "zeroStage", title: "ZeRO", type: "count" },
      { id: "recompute", title: "Recompute", type: "text" },
      { id: "offload", title: "Host", type: "text", optional: 2 },
      { id: "stepSeconds", title: "Step", type: "quantity", unit: "s" },
      { id: "trainingSeconds", title: "Training", type: "quantity", unit: "s", optional: 3 },
      { id: "utilisation", title: "MFU", type: "share" },
      { id: "memory", title: "Mem/chip", type: "quantity", unit: "B" },
    ],
    rows: layouts.map((layout): Cell[] => [
      { value: layout.chips },
      { value: placed(layout) },
      { value: layout.microBatch },
      { value: layout.interleave },
      { value: layout.zeroStage },
      { value: layout.recompute },
      { value: onHost(layout) },
      { value: layout.stepSeconds, tone: layout.meetsDeadline ? "good" : "plain" },
      { value: layout.trainingSeconds },
      { value: layout.utilisation },
      { value: layout.memoryBytesPerChip },
    ]),
  };
}

/** `TP8 CP2 PP16 DP64 EP8`. */
function placed(layout: SearchedLayout): string {
  const ways = {
    tensor: layout.tensorParallel,
    context: layout.contextParallel,
    pipeline: layout.pipelineParallel,
    data: layout.dataParallel,
  };
  const parts = layout.placement.map((group) => `${SHORT[group]}${ways[group]}`);
  if (layout.expertParallel > 1) parts.push(`EP${layout.expertParallel}`);
  return parts.length === 0 ? "1 chip" : parts.join(" ");
}
