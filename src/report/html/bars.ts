import type { StackedBars } from "../document.ts";
import { PART_COLOURS } from "./colours.ts";
import { escaped } from "./escape.ts";

const WIDTH = 720;
/** Room at the right for the total of the longest bar. */
const PLOT_WIDTH = 660;
const ROW_HEIGHT = 46;
const BAR_HEIGHT = 20;
const BAR_TOP = 20;
/** Narrower segments have no room for their number, which the order of the segments tells as well. */
const NARROWEST_NUMBERED = 16;

/**
 * Horizontal bars whose segments add up to a total, the parts in the same order in each and numbered like the legend, so
 * that no colour is needed to read them. The figures stand in the table beside it and, where a pointer rests, in a segment.
 */
export function barsHtml({ title, parts, bars }: StackedBars): string {
  const longest = Math.max(0, ...bars.map(({ values }) => length(values)));
  if (longest === 0) return "";
  const end = Math.ceil(longest * 10) / 10;
  const scale = PLOT_WIDTH / end;
  const height = bars.length * ROW_HEIGHT + 22;
  const told = bars.map(({ name, total }) => `${name} ${total.toFixed(3)}`).join(", ");
  const name = escaped(title);
  const legend = parts.map((part, index) => `<li>${key(index)}${escaped(part)}</li>`);
  return [
    "<figure>",
    `<div class="scroll" role="group" tabindex="0" aria-label="${name}, chart">`,
    `<svg class="bars" role="img" viewBox="0 0 ${WIDTH} ${height}">`,
    `<title>${name}</title>`,
    `<desc>${escaped(`Stacked bars of ${parts.join(", ")}. Totals: ${told}. The table beside this chart has all figures.`)}</desc>`,
    ...axis(end, scale, height),
    ...bars.flatMap((bar, index) => row(bar, parts, { top: index * ROW_HEIGHT, scale })),
    "</svg></div>",
    `<figcaption>${name}<ol class="legend">${legend.join("")}</ol></figcaption>`,
    "</figure>",
  ].join("\n");
}

function row(
  { name, values, total }: StackedBars["bars"][number],
  parts: readonly string[],
  { top, scale }: { top: number; scale: number },
): string[] {
  let left = 0;
  const segments = values.flatMap((value, index) => {
    const width = Math.max(0, value) * scale;
    const start = left;
    left += width;
    if (width === 0) return [];
    const number =
      width < NARROWEST_NUMBERED
        ? ""
        : `<text x="${px(start + width / 2)}" y="${top + BAR_TOP + 14.5}">${index + 1}</text>`;
    const told = escaped(`${parts[index] ?? ""}: ${value.toFixed(3)}`);
    return [
      `<g class="part part-${index % PART_COLOURS}"><title>${told}</title><rect x="${px(start)}" y="${top + BAR_TOP}" width="${px(width)}" height="${BAR_HEIGHT}"/>${number}</g>`,
    ];
  });
  return [
    `<text class="name" x="0" y="${top + 14}">${escaped(name)}</text>`,
    ...segments,
    `<text class="total" x="${px(left + 6)}" y="${top + BAR_TOP + 15}">${total.toFixed(3)}</text>`,
  ];
}

/** Lines at each tenth, or at each half where there are many. */
function axis(end: number, scale: number, height: number): string[] {
  const step = end > 2 ? 0.5 : 0.1;
  const count = Math.floor(end / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => {
    const value = index * step;
    const x = px(value * scale);
    return `<path class="grid" d="M${x} 18V${height - 18}"/><text class="tick" x="${x}" y="${height - 4}">${value.toFixed(1)}</text>`;
  });
}

function key(index: number): string {
  return `<span class="key key-${index % PART_COLOURS}">${index + 1}</span> `;
}

function length(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.max(0, value), 0);
}

function px(value: number): string {
  return String(Number(value.toFixed(2)));
}
