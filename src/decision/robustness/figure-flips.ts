import type { ValueShape } from "../../input/matrix/matrix-types.ts";
import { isTie } from "../methods/ranks.ts";
import { endsOfShape, valueOn } from "../values/value-model.ts";

/** The figure of one alternative at which another one catches up with the winner, all else unchanged. */
export interface FigureFlip {
  /** Whose figure changes: the winner's gets worse, or the rival's better. */
  readonly alternative: number;
  readonly criterion: number;
  readonly from: number;
  readonly to: number;
  /** Who wins past `to`. */
  readonly winner: number;
  /** Change as a share of the range. */
  readonly share: number;
}

export interface FlipProblem {
  readonly figures: readonly (readonly number[])[];
  readonly values: readonly (readonly number[])[];
  readonly scores: readonly number[];
  readonly weights: readonly number[];
  /** As they are applied; null where all are equal. */
  readonly shapes: readonly (ValueShape | null)[];
  readonly outside: readonly ("clip" | "extrapolate")[];
}

const HALVINGS = 60;

/**
 * Smallest changes of one figure that turn the winner, by criterion and alternative, the smallest first. Only changes inside
 * the range are told: past its ends more is worth nothing, and a figure whose best lies in between has no one way to get better.
 *
 * @param winner index of the alternative of the highest score
 */
export function figureFlips(problem: FlipProblem, winner: number): FigureFlip[] {
  const { scores, shapes } = problem;
  const best = scores[winner] ?? 0;
  const others = scores.map((_, i) => i).filter((i) => i !== winner);
  const next = others.reduce<number | null>(
    (found, i) => (found === null || (scores[i] ?? 0) > (scores[found] ?? 0) ? i : found),
    null,
  );
  if (next === null) return [];
  const found = shapes.flatMap((_, criterion) => {
    const falls = flip(problem, winner, criterion, (scores[next] ?? 0) - best);
    const rises = others.map((rival) => {
      const at = flip(problem, rival, criterion, best - (scores[rival] ?? 0));
      return at === null ? null : { ...at, winner: rival };
    });
    return [falls === null ? null : { ...falls, winner: next }, ...rises];
  });
  return found.filter((each) => each !== null).sort((a, b) => a.share - b.share);
}

/** Where the figure must go for its alternative to gain `points` (lose, when below 0); null where the range ends first. */
function flip(
  { figures, values, weights, shapes, outside }: FlipProblem,
  alternative: number,
  criterion: number,
  points: number,
): Omit<FigureFlip, "winner"> | null {
  const shape = shapes[criterion] ?? null;
  const weight = weights[criterion] ?? 0;
  const ends = shape === null ? null : endsOfShape(shape);
  // Who is level already turns on anything; that is said of the tie.
  if (shape === null || ends === null || weight === 0 || isTie(points, 0)) return null;
  const from = figures[alternative]?.[criterion] ?? 0;
  const wanted = (values[alternative]?.[criterion] ?? 0) + points / weight;
  const worth = (figure: number): number =>
    valueOn(shape, figure, outside[criterion] ?? "clip").value;
  const end = points > 0 ? ends.best : ends.worst;
  const reached = points > 0 ? worth(end) >= wanted : worth(end) <= wanted;
  if (!reached) return null;
  let near = from;
  let far = end;
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (near + far) / 2;
    const past = points > 0 ? worth(middle) >= wanted : worth(middle) <= wanted;
    if (past) far = middle;
    else near = middle;
  }
  const share = Math.abs(far - from) / Math.abs(ends.best - ends.worst);
  return { alternative, criterion, from, to: far, share };
}
