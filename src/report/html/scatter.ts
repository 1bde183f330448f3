import type { ScatterPlot } from "../document.ts";
import { logFrame, powerOfTen, type LogFrame } from "../log-frame.ts";
import { escaped } from "./escape.ts";
import { shareWithinTwo, spreadTable } from "./scatter-table.ts";
import { tableHtml } from "./table.ts";

const SIDE = 440;
const LEFT = 64;
const TOP = 28;
const BOTTOM = 48;
const RIGHT = 16;
/** Wider ranges label every other decade, and so on. */
const MOST_TICKS = 10;
const RADIUS = 2.2;
const TWO = Math.log10(2);

/**
 * A scatter plot on two logarithmic axes with one common range: the line on which both figures are equal, the band in
 * which they differ by no more than a factor of two, and the same as a table by decades.
 */
export function scatterHtml(plot: ScatterPlot, caption: string): string {
  const frame = logFrame(plot);
  if (frame === null) return "";
  const name = escaped(caption);
  const summary = `${frame.points.length} points; the line is where both are equal, the band where they differ by a factor of 2 at most: ${shareWithinTwo(frame.points)} of the points.`;
  const table = tableHtml(spreadTable(plot, frame), `${caption}, by decades`);
  return [
    "<figure>",
    `<div class="scroll" role="group" tabindex="0" aria-label="${name}, plot">`,
    `<svg class="scatter" role="img" viewBox="0 0 ${LEFT + SIDE + RIGHT} ${TOP + SIDE + BOTTOM}">`,
    `<title>${name}</title>`,
    `<desc>${escaped(`${plot.yTitle} over ${plot.xTitle}, both logarithmic from ${powerOfTen(frame.low)} to ${powerOfTen(frame.high)}. ${summary}`)}</desc>`,
    ...grid(frame),
    `<path class="band" d="${band(frame)}"/>`,
    `<path class="diagonal" d="M${LEFT} ${TOP + SIDE}L${LEFT + SIDE} ${TOP}"/>`,
    `<g class="points">${frame.points.map((point) => dot(point, frame)).join("")}</g>`,
    `<rect class="frame" x="${LEFT}" y="${TOP}" width="${SIDE}" height="${SIDE}"/>`,
    `<text class="title" x="0" y="14">${escaped(plot.yTitle)}</text>`,
    `<text class="title end" x="${LEFT + SIDE}" y="${TOP + SIDE + 42}">${escaped(plot.xTitle)}</text>`,
    "</svg></div>",
    `<figcaption>${escaped(summary)}</figcaption>`,
    "</figure>",
    `<details><summary>The plot as a table</summary>\n${table}\n</details>`,
  ].join("\n");
}

function grid({ low, high }: LogFrame): string[] {
  const step = Math.ceil((high - low) / MOST_TICKS);
  const count = Math.floor((high - low) / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const decade = low + index * step;
    const along = SIDE * ((decade - low) / (high - low));
    const x = px(LEFT + along);
    const y = px(TOP + SIDE - along);
    return [
      `<path class="grid" d="M${x} ${TOP}V${TOP + SIDE}M${LEFT} ${y}H${LEFT + SIDE}"/>`,
      `<text class="tick" x="${x}" y="${TOP + SIDE + 18}">${powerOfTen(decade)}</text>`,
      `<text class="tick end" x="${LEFT - 8}" y="${px(Number(y) + 4)}">${powerOfTen(decade)}</text>`,
    ].join("");
  });
}

/** All between half and double, as far as it lies in the frame; a frame is at least a decade wide. */
function band({ low, high }: LogFrame): string {
  const two = SIDE * (TWO / (high - low));
  const [left, right, top, bottom] = [LEFT, LEFT + SIDE, TOP, TOP + SIDE];
  const corners = [
    [left, bottom],
    [left, bottom - two],
    [right - two, top],
    [right, top],
    [right, top + two],
    [left + two, bottom],
  ] as const;
  return `M${corners.map(([x, y]) => `${px(x)} ${px(y)}`).join("L")}Z`;
}

function dot({ x, y }: LogFrame["points"][number], { low, high }: LogFrame): string {
  const cx = px(LEFT + (SIDE * (x - low)) / (high - low));
  const cy = px(TOP + SIDE - (SIDE * (y - low)) / (high - low));
  return `<circle cx="${cx}" cy="${cy}" r="${RADIUS}"/>`;
}

function px(value: number): string {
  return String(Number(value.toFixed(1)));
}
