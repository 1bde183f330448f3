import { chipFigures } from "../../catalog/chip-figures.ts";
import { PRECISIONS, type Precision } from "../../units/precision.ts";

/** Lanes of a link, in one direction. */
export interface Lanes {
  count: number;
  /** Bytes per second of one lane. */
  rateBytesPerSecond: number | null;
}

/** What a spec says about its silicon beyond what simulation and economics need; the rules compare it with the headline figures. */
export interface Silicon {
  /** Dense operations of one core in one cycle. */
  opsPerCycle: Readonly<Partial<Record<Precision, number>>>;
  memoryStacks: number | null;
  largestDieSquareMillimetres: number | null;
  /** Sides of the largest die, in millimetres. */
  dieSidesMillimetres: readonly [number, number] | null;
  scaleUpLanes: Lanes | null;
  scaleOutLanes: Lanes | null;
  /** What the spec says in words about sparsity and its peaks: notes may admit what the figures hide. */
  peakNotes: Readonly<Partial<Record<Precision | "all", string>>>;
}

/** @throws TypeError that names the key, for a document that the schema would have refused */
export function readSilicon(document: unknown): Silicon {
  const figures = chipFigures(document);
  const number = (path: string, dimension: Parameters<typeof figures.quantity>[1]): number | null =>
    figures.quantity(path, dimension, path);
  const lanes = (link: string): Lanes | null => {
    const count = number(`links.${link}.lanes`, "count");
    if (count === null) return null;
    return { count, rateBytesPerSecond: number(`links.${link}.laneRate`, "bytes-per-second") };
  };
  const width = number("process.dieWidth", "metres");
  const height = number("process.dieHeight", "metres");
  const sides: Silicon["dieSidesMillimetres"] =
    width === null || height === null ? null : [width * 1e3, height * 1e3];
  const opsPerCycle: Partial<Record<Precision, number>> = {};
  const peakNotes: Partial<Record<Precision | "all", string>> = {};
  const note = figures.text("compute.peakNote");
  if (note !== null) peakNotes.all = note;
  for (const precision of PRECISIONS) {
    const ops = number(`compute.opsPerCycle.${precision}`, "count");
    if (ops !== null) opsPerCycle[precision] = ops;
    const own = figures.text(`compute.peak.${precision}.note`);
    if (own !== null) peakNotes[precision] = own;
  }
  return {
    opsPerCycle,
    memoryStacks: number("memory.stacks", "count"),
    largestDieSquareMillimetres:
      number("process.largestDie", "square-millimetres") ?? (sides ? sides[0] * sides[1] : null),
    dieSidesMillimetres: sides,
    scaleUpLanes: lanes("scaleUp"),
    scaleOutLanes: lanes("scaleOut"),
    peakNotes,
  };
}
