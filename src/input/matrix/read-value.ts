import { choiceAt, fieldsAt, has, report, type Context, type Fields } from "../workload/context.ts";
import { numberAt } from "./matrix-context.ts";
import type { ValueShape } from "./matrix-types.ts";

const SHAPES = ["linear", "log", "piecewise", "saturating", "target"] as const;

/** Figures that each shape needs. */
const NEEDS = {
  linear: ["worst", "best"],
  log: ["worst", "best"],
  piecewise: ["points"],
  saturating: ["worst", "enough"],
  target: ["low", "target", "high"],
} as const satisfies Record<(typeof SHAPES)[number], readonly string[]>;

type Reporting = Pick<Context, "document" | "diagnostics">;

/** The value function of a criterion; null when the file states none or it was reported. */
export function readShape(context: Reporting, criterion: Fields): ValueShape | null {
  if (has(criterion, "range") && has(criterion, "value")) {
    const help = "keep one of them: range is short for a linear value function";
    const message = "range and value both say what a figure is worth";
    report(context, [...criterion.path, "range"], { code: "CS1603", message, help, part: "key" });
    return null;
  }
  const range = criterion.values["range"];
  if (Array.isArray(range)) {
    const [worst, best] = range.map(Number);
    const shape = { kind: "linear", worst: worst ?? 0, best: best ?? 0 } as const;
    return checked(context, [...criterion.path, "range"], shape);
  }
  if (!has(criterion, "value")) return null;
  return readValueFunction(context, fieldsAt(criterion, "value"));
}

/** A value function that is written in full; null when it was reported, here or by the schema. */
export function readValueFunction(context: Reporting, value: Fields): ValueShape | null {
  const kind = choiceAt(value, "shape", SHAPES, null);
  if (kind === null) return null;
  const missing = NEEDS[kind].filter((key) => !has(value, key));
  const [first] = missing;
  if (first !== undefined) {
    const message = `a ${kind} value function needs ${missing.join(" and ")}`;
    const help = `it takes ${NEEDS[kind].join(", ")}`;
    report(context, [...value.path, "shape"], { code: "CS1603", message, help });
    return null;
  }
  return checked(context, value.path, shapeOf(kind, value));
}

function shapeOf(kind: (typeof SHAPES)[number], value: Fields): ValueShape {
  const figure = (key: string): number => numberAt(value, key) ?? 0;
  switch (kind) {
    case "piecewise": {
      const points = value.values["points"];
      const pairs = Array.isArray(points) ? (points as unknown[]) : [];
      return { kind, points: pairs.map((pair) => numbersOf(pair)) };
    }
    case "saturating":
      return {
        kind,
        worst: figure("worst"),
        enough: figure("enough"),
        curvature: figure("curvature"),
      };
    case "target":
      return { kind, low: figure("low"), target: figure("target"), high: figure("high") };
    default:
      return { kind, worst: figure("worst"), best: figure("best") };
  }
}

function numbersOf(pair: unknown): [number, number] {
  const [x, y] = Array.isArray(pair) ? (pair as unknown[]).map(Number) : [];
  return [x ?? 0, y ?? 0];
}

function checked(context: Reporting, path: Fields["path"], shape: ValueShape): ValueShape | null {
  const fault = faultOf(shape);
  if (fault === null) return shape;
  report(context, path, { code: "CS1603", ...fault });
  return null;
}

function faultOf(shape: ValueShape): { message: string; help: string } | null {
  switch (shape.kind) {
    case "piecewise": {
      const rising = shape.points.every(([x], k) => k === 0 || x > (shape.points[k - 1]?.[0] ?? x));
      if (!rising) return { message: "the figures of the points do not rise", help: "sort them" };
      const inside = shape.points.every(([, y]) => y >= 0 && y <= 1);
      if (inside) return null;
      return { message: "a value lies outside 0 to 1", help: "0 is the worst, 1 the best" };
    }
    case "target":
      if (shape.low < shape.target && shape.target < shape.high) return null;
      return {
        message: "the target does not lie between low and high",
        help: "low < target < high",
      };
    case "log":
      if (shape.worst <= 0 || shape.best <= 0) {
        return { message: "a log range ends at 0 or below", help: "both ends must be above 0" };
      }
      return sameEnds(shape.worst, shape.best);
    case "saturating":
      return sameEnds(shape.worst, shape.enough);
    default:
      return sameEnds(shape.worst, shape.best);
  }
}

function sameEnds(worst: number, best: number): { message: string; help: string } | null {
  if (worst !== best) return null;
  return {
    message: `the range starts and ends at ${worst}`,
    help: "its two ends are the figures that are worth 0 and 1",
  };
}
