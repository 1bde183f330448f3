import { kind } from "../kind.ts";

export const grids = kind("grids", (catalog) => catalog.grids ?? [], [
  { title: "Id", type: "text", cell: ({ id }) => id },
  { title: "Name", type: "name", cell: ({ name }) => name },
  {
    title: "Emissions",
    type: "quantity",
    unit: "g/kWh",
    cell: ({ gramsPerKilowattHour }) => gramsPerKilowattHour,
  },
  { title: "Year", type: "text", cell: ({ year }) => String(year) },
  { title: "Source", type: "name", optional: 1, cell: ({ source }) => source },
]);
