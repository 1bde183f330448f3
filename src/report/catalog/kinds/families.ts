import { kind } from "../kind.ts";

export const families = kind("families", (catalog) => catalog.families, [
  { title: "Id", type: "text", cell: ({ id }) => id },
  { title: "Name", type: "name", optional: 1, cell: ({ name }) => name },
  { title: "Class", type: "text", cell: (family) => family.class },
  { title: "Matmul", type: "share", cell: ({ matmulShare }) => matmulShare },
  { title: "Bandwidth", type: "share", cell: ({ bandwidthShare }) => bandwidthShare },
  { title: "Basis", type: "text", cell: ({ basis }) => basis },
]);
