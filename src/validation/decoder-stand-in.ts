import type { DecoderModel, Model } from "../catalog/types.ts";
import type { Bench } from "./bench.ts";
import { isSkipped, type Skipped } from "./outcome.ts";
import { cell, numberInNote } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

/** A stand-in has this share of the parameters, or its inverse, at least: the time of a token goes with them. */
const CLOSE = 0.8;
/** Parts of a name that say that another kind of network, or more than a decoder, was run. */
const OTHER_KIND =
  /mamba|rwkv|hybrid|vision|\bvl\b|-vl-|omni|audio|llava|embed|rerank|encoder|diffusion|whisper|t5|bert|moe\b/u;

/** Parameters of a language model, all of them and those that a token is multiplied with. */
interface Size {
  total: number;
  active: number;
}

/**
 * A language model of the catalogue in the place of one that it lacks, where the name or the note states its parameters ("13B",
 * "30B-A3B", "params_m=1200"): the nearest of as many in all and as many active. Reading weights is most of a token's time.
 */
function decoderStandIn(row: MeasurementRow, bench: Bench, missing: Skipped): Model | Skipped {
  const name = cell(row, "model").toLowerCase();
  const size = statedSize(row, name);
  if (size === null || OTHER_KIND.test(name)) return missing;
  return bench.models(`decoder-stand-in/${size.total}/${size.active}`, () => {
    const nearest = bench.catalog.models
      .filter((model) => model.kind === "decoder")
      .filter((model) => isSparse(model) === size.active < size.total)
      .map((model) => ({ model, apart: distance(model, size) }))
      .reduce((best, each) => (each.apart < best.apart ? each : best), NONE).model;
    return nearest === null ? missing : { ...nearest, id: `${nearest.id} as large` };
  });
}

const NONE: { model: DecoderModel | null; apart: number } = {
  model: null,
  apart: Math.abs(Math.log(CLOSE)),
};

const isSparse = ({ shape }: DecoderModel): boolean => shape.experts !== null;

/** The larger of the two factors (as logarithms) by which the parameters differ. */
const distance = (
  { parameters, activeParameters }: DecoderModel,
  { total, active }: Size,
): number =>
  Math.max(Math.abs(Math.log(parameters / total)), Math.abs(Math.log(activeParameters / active)));

function statedSize(row: MeasurementRow, name: string): Size | null {
  const sparse = /(\d+(?:\.\d+)?)b-a(\d+(?:\.\d+)?)b/u.exec(name);
  if (sparse) return { total: Number(sparse[1]) * 1e9, active: Number(sparse[2]) * 1e9 };
  const mega = numberInNote(row, /\bparams_m=([\d.]+)/u);
  // "8x7B" names experts, not a size.
  const stated = /(?<![\dx.])(\d+(?:\.\d+)?)([bm])\b/u.exec(name);
  const named = stated ? Number(stated[1]) * (stated[2] === "b" ? 1e9 : 1e6) : null;
  const total = mega === null ? named : mega * 1e6;
  return total === null || total <= 0 ? null : { total, active: total };
}

/** The model that a row names, or one as large. */
export function modelOrAsLarge(row: MeasurementRow, bench: Bench): Model | Skipped {
  const named = bench.model(row);
  return isSkipped(named) ? decoderStandIn(row, bench, named) : named;
}
