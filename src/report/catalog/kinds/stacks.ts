import { kind } from "../kind.ts";

export const stacks = kind("stacks", (catalog) => catalog.stacks, [
  { title: "Id", type: "text", cell: ({ id }) => id },
  { title: "Name", type: "name", optional: 2, cell: ({ name }) => name },
  { title: "Runs", type: "text", cell: ({ phases }) => phases.join(", ") },
  { title: "Formats", type: "name", optional: 1, cell: ({ precisions }) => precisions.join(" ") },
  { title: "Maturity", type: "score", cell: ({ maturity }) => maturity },
]);
