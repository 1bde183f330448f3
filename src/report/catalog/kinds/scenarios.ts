import { kind } from "../kind.ts";

export const scenarios = kind("scenarios", (catalog) => catalog.scenarios, [
  { title: "Id", type: "text", cell: ({ id }) => id },
  { title: "Name", type: "name", cell: ({ name }) => name },
  { title: "File", type: "text", cell: ({ path }) => path },
]);
