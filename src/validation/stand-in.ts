import type { BlocksModel, Model } from "../catalog/types.ts";
import type { Bench } from "./bench.ts";
import type { NetworkSize } from "./naming.ts";
import type { Skipped } from "./outcome.ts";
import { cell, numberInNote } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

/** Sides of an input come in these steps, so that every stride of a network divides them. */
const SIDE_STEP = 32;
/** Names of networks built on depthwise convolutions, which run at another share of a chip's peak than dense ones. */
const DEPTHWISE =
  /mobile|efficient|ghost|shuffle|mnas|nanodet|blazeface|fbnet|mixnet|yolox[-_ ]?(?:nano|tiny)|lite|pico|squeeze_?next/u;

/**
 * A network of the catalogue in the place of one that it lacks, where the row or the list of sizes tells how much work that is: the nearest
 * of its kind (depthwise or dense convolutions) by multiply-accumulates and parameters, its input scaled until the work is the same.
 * What a network's authors count goes before a vendor's table (NXP prints a fifth of NanoDet's work).
 * What is missing without a size is said by `missing`.
 */
export function standIn(row: MeasurementRow, bench: Bench, missing: Skipped): Model | Skipped {
  const name = cell(row, "model");
  const listed = bench.names.networkSize(name) ?? statedSize(row);
  if (listed === null) return missing;
  const size = atInput(listed, cell(row, "input_shape"));
  const isDepthwise = DEPTHWISE.test(name.toLowerCase());
  const key = `stand-in/${isDepthwise}/${size.macs}/${size.parameters ?? ""}`;
  return bench.models(key, () => {
    const nearest = nearestNetwork(bench, size, isDepthwise);
    return nearest === null ? missing : scaledTo(nearest, size.macs);
  });
}

function statedSize(row: MeasurementRow): NetworkSize | null {
  const giga = numberInNote(row, /\bgmacs=([\d.]+)/u);
  if (giga === null || giga <= 0) return null;
  const mega = numberInNote(row, /\bparams_m=([\d.]+)/u);
  return { macs: giga * 1e9, parameters: mega === null ? null : mega * 1e6, side: null };
}

/** Work goes with the area of the input. */
function atInput(size: NetworkSize, shape: string): NetworkSize {
  const [, height, width] = /^(\d+)x(\d+)/u.exec(shape) ?? [];
  if (size.side === null || height === undefined || width === undefined) return size;
  return { ...size, macs: (size.macs * Number(height) * Number(width)) / size.side ** 2 };
}

function nearestNetwork(bench: Bench, size: NetworkSize, isDepthwise: boolean): BlocksModel | null {
  let nearest: BlocksModel | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const model of bench.catalog.models) {
    if (model.kind !== "blocks" || !isPicture(model)) continue;
    if (DEPTHWISE.test(model.id) !== isDepthwise) continue;
    const apart = distance(model, size);
    if (apart >= least) continue;
    nearest = model;
    least = apart;
  }
  return nearest;
}

/** Sum of the factors (as logarithms) by which work and weights differ; a network whose work nobody published is infinitely far. */
function distance({ publishedMacs, parameters }: BlocksModel, size: NetworkSize): number {
  const work = Math.abs(Math.log((publishedMacs ?? 0) / size.macs));
  return size.parameters === null ? work : work + Math.abs(Math.log(parameters / size.parameters));
}

const isPicture = ({ input }: BlocksModel): boolean =>
  input.channels === 3 && input.depth === 1 && input.height >= SIDE_STEP;

function scaledTo(model: BlocksModel, macs: number): BlocksModel {
  const { height, width } = model.input;
  const area = (height * width * macs) / (model.publishedMacs ?? macs);
  const high = inSteps(Math.sqrt((area * height) / width));
  const input = { ...model.input, height: high, width: inSteps(area / high) };
  return { ...model, id: `${model.id} scaled`, input };
}

const inSteps = (length: number): number =>
  Math.max(SIDE_STEP, Math.round(length / SIDE_STEP) * SIDE_STEP);
