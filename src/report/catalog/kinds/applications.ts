import { kind } from "../kind.ts";

export const applications = kind("applications", (catalog) => catalog.applications ?? [], [
  { title: "Id", type: "text", cell: ({ id }) => id },
  { title: "Name", type: "name", optional: 1, cell: ({ name }) => name },
  {
    title: "Weights of 100",
    type: "name",
    cell: ({ weights }) =>
      weights.map(({ criterion, weight }) => `${criterion} ${weight}`).join(", "),
  },
]);
