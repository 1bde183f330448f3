import type { FlipPoint } from "../../decision/decision.ts";
import { describeNumber } from "../../report/figures.ts";
import type { Flip } from "./find-flip.ts";
import type { Input, Situation } from "./input.ts";

/** Where another candidate wins; `winner` null means that nobody meets every limit there. */
export type Found = Flip<{ winner: string | null }>;

/** The flip in the form and the words of a report. */
export function flipPoint(
  { catalog }: Situation,
  { input, path, unit, now, noun, of }: Input,
  direction: "rises" | "falls",
  { to, holdsAt, answer }: Found,
): FlipPoint {
  const winner = catalog.chips.find(({ id }) => id === answer.winner);
  const who = winner === undefined ? "Nobody meets every limit any more" : `${winner.name} wins`;
  const what =
    of !== null && of === winner?.name
      ? `its ${noun}`
      : `the ${noun}${of === null ? "" : ` of ${of}`}`;
  const verb = direction === "rises" ? "rises to" : "falls to";
  return {
    input,
    path,
    unit,
    from: now,
    to,
    holdsAt,
    direction,
    change: Math.abs(to / now - 1),
    newWinner: answer.winner,
    sentence: `${who} when ${what} ${verb} ${shown(to, unit)} (now ${shown(now, unit)}).`,
  };
}

function shown(value: number, unit: string): string {
  return unit === ""
    ? `${Number(value.toPrecision(3))} times today's`
    : describeNumber(value, unit);
}
