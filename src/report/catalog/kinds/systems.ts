import { kind } from "../kind.ts";

export const systems = kind("systems", (catalog) => catalog.systems, [
  { title: "Id", type: "text", cell: ({ id }) => id },
  { title: "Name", type: "name", cell: ({ name }) => name },
  { title: "Kind", type: "text", optional: 1, cell: (system) => system.kind },
  { title: "Per node", type: "count", cell: ({ chipsPerNode }) => chipsPerNode },
  { title: "Scale-up", type: "count", cell: ({ scaleUpChips }) => scaleUpChips },
  { title: "Topology", type: "text", cell: ({ topology }) => topology },
]);
