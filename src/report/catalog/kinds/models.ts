import { kind } from "../kind.ts";

export const models = kind("models", (catalog) => catalog.models, [
  { title: "Id", type: "text", cell: ({ id }) => id },
  { title: "Name", type: "name", optional: 3, cell: ({ name }) => name },
  { title: "Kind", type: "text", cell: (model) => model.kind },
  { title: "Task", type: "name", optional: 2, cell: ({ task }) => task },
  {
    title: "Parameters",
    type: "quantity",
    unit: "parameters",
    cell: ({ parameters }) => parameters,
  },
  {
    title: "Active",
    type: "quantity",
    unit: "parameters",
    cell: ({ activeParameters }) => activeParameters,
  },
  {
    title: "Context",
    type: "count",
    optional: 1,
    cell: ({ maxContextTokens }) => maxContextTokens,
  },
  { title: "Data", type: "text", optional: 4, cell: ({ confidence }) => confidence },
]);
