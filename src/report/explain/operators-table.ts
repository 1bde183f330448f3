import type { Cell, Table } from "../document.ts";
import type { TaskExplanation } from "../explain-types.ts";

/** One row an operator or collective, over all tasks and phases: the table behind the CSV report. */
export function operatorsTable(tasks: readonly TaskExplanation[]): Table {
  return {
    columns: [
      { id: "task", title: "task", type: "text" },
      { id: "phase", title: "phase", type: "text" },
      { id: "operator", title: "operator", type: "text" },
      { id: "kind", title: "kind", type: "text" },
      { id: "count", title: "count", type: "count" },
      { id: "seconds", title: "time", type: "quantity", unit: "s" },
      { id: "share", title: "share", type: "share" },
      { id: "boundBy", title: "boundBy", type: "text" },
      { id: "operations", title: "operations", type: "quantity", unit: "OP" },
      { id: "bytes", title: "traffic", type: "quantity", unit: "B" },
    ],
    rows: tasks.flatMap(({ taskId, phases }) =>
      phases.flatMap((phase): Cell[][] => [
        ...phase.operators.map((operator) => [
          { value: taskId },
          { value: phase.name },
          { value: operator.name },
          { value: operator.kind },
          { value: operator.count },
          { value: operator.seconds },
          { value: operator.share },
          { value: operator.boundBy },
          { value: operator.operations },
          { value: operator.bytes },
        ]),
        ...phase.collectives.map((collective) => [
          { value: taskId },
          { value: phase.name },
          { value: collective.name },
          { value: collective.kind },
          { value: collective.count },
          { value: collective.seconds },
          { value: collective.share },
          { value: "network" },
          { value: null },
          { value: collective.bytes },
        ]),
      ]),
    ),
  };
}
