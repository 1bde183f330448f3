import { kind } from "../kind.ts";

export const prices = kind("prices", (catalog) => catalog.cloudPrices, [
  { title: "Chip", type: "text", cell: ({ chip }) => chip },
  { title: "Cloud", type: "text", cell: ({ cloud }) => cloud },
  { title: "Instance", type: "name", cell: ({ instance }) => instance },
  {
    title: "On demand",
    type: "quantity",
    unit: "USD/h",
    cell: ({ usdPerChipHour }) => usdPerChipHour,
  },
  {
    title: "Spot",
    type: "quantity",
    unit: "USD/h",
    optional: 1,
    cell: ({ spotUsdPerChipHour }) => spotUsdPerChipHour,
  },
  { title: "Date", type: "text", cell: ({ date }) => date },
]);
