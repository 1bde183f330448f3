import { kind } from "../kind.ts";
import { PRECISIONS, type Precision } from "../../../units/precision.ts";

export const chips = kind("chips", (catalog) => catalog.chips, [
  { title: "Id", type: "text", cell: ({ id }) => id },
  { title: "Name", type: "name", optional: 6, cell: ({ name }) => name },
  { title: "Vendor", type: "text", optional: 7, cell: ({ vendor }) => vendor },
  { title: "Class", type: "text", cell: (chip) => chip.class },
  { title: "Year", type: "count", optional: 5, cell: ({ year }) => year },
  {
    title: "16-bit",
    type: "quantity",
    unit: "OP/s",
    cell: ({ peakOpsPerSecond: peak }) => best(peak, ["bf16", "fp16"]),
  },
  {
    title: "8-bit",
    type: "quantity",
    unit: "OP/s",
    cell: ({ peakOpsPerSecond: peak }) => best(peak, ["fp8", "int8"]),
  },
  {
    title: "Memory",
    type: "quantity",
    unit: "B",
    field: "memory.capacityBytes",
    cell: ({ memory }) => memory.capacityBytes,
  },
  {
    title: "Bandwidth",
    type: "quantity",
    unit: "B/s",
    field: "memory.bandwidthBytesPerSecond",
    cell: ({ memory }) => memory.bandwidthBytesPerSecond,
  },
  {
    title: "TDP",
    type: "quantity",
    unit: "W",
    field: "tdpWatts",
    cell: ({ tdpWatts }) => tdpWatts,
  },
  {
    title: "Price",
    type: "quantity",
    unit: "USD",
    optional: 1,
    field: "priceUsd",
    cell: ({ priceUsd }) => priceUsd,
  },
  {
    title: "Rent",
    type: "quantity",
    unit: "USD/h",
    optional: 2,
    field: "rentUsdPerHour",
    cell: ({ rentUsdPerHour }) => rentUsdPerHour,
  },
  { title: "Data", type: "text", optional: 4, cell: ({ confidence }) => confidence },
]);

function best(
  peaks: Readonly<Partial<Record<Precision, number>>>,
  formats: readonly Precision[],
): number | null {
  const known = PRECISIONS.filter((format) => formats.includes(format))
    .map((format) => peaks[format])
    .filter((peak) => peak !== undefined);
  return known.length === 0 ? null : Math.max(...known);
}
