import { groupBy } from "../../units/group-by.ts";
import { median } from "../../units/statistics.ts";
import type { ScatterPlot, Table } from "../document.ts";
import { percent } from "../figures.ts";
import { powerOfTen, type LogFrame } from "../log-frame.ts";

type Points = LogFrame["points"];

/** What a scatter plot shows, for those who don't see it: one line a decade of the horizontal axis. */
export function spreadTable({ xTitle, yTitle }: ScatterPlot, { points }: LogFrame): Table {
  const decades = [...groupBy(points, ({ x }) => Math.floor(x))].toSorted(([a], [b]) => a - b);
  return {
    columns: [
      { id: "decade", title: xTitle, type: "text" },
      { id: "points", title: "Points", type: "count" },
      { id: "ratio", title: `Median of ${yTitle} ÷ ${xTitle.split(",", 1)[0]}`, type: "quantity" },
      { id: "within", title: "Within a factor of 2", type: "share" },
    ],
    rows: decades.map(([decade, inside]) => [
      { value: `${powerOfTen(decade)} to ${powerOfTen(decade + 1)}` },
      { value: inside.length },
      { value: 10 ** (median(inside.map(({ x, y }) => y - x)) ?? 0) },
      { value: inside.filter(isWithinTwo).length / inside.length },
    ]),
  };
}

export function shareWithinTwo(points: Points): string {
  return percent(points.filter(isWithinTwo).length / points.length);
}

function isWithinTwo({ x, y }: Points[number]): boolean {
  return Math.abs(y - x) <= Math.log10(2);
}
