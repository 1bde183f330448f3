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
  const family = familyOf(name);
  return bench.models(`decoder-stand-in/${family}/${size.total}/${size.active}`, () => {
    const decoders = bench.catalog.models.filter((model) => model.kind === "decoder");
    const relatives = decoders.filter(({ id }) => familyOf(id) === family);
    // A family of mixtures alone does not say how much is active: only its own members tell.
    const unsaid = size.active === size.total && relatives.length > 0 && relatives.every(isSparse);
    const candidates = unsaid
      ? relatives.map((model) => ({ model, apart: factor(model.parameters, size.total) }))
      : decoders
          .filter((model) => isSparse(model) === size.active < size.total)
          .map((model) => ({ model, apart: distance(model, size) }));
    const nearest = candidates.reduce(
      (best, each) => (each.apart < best.apart ? each : best),
      NONE,
    ).model;
    return nearest === null ? missing : { ...nearest, id: `${nearest.id} as large` };
  });
}

/** The letters that the names of a family begin with: "gpt-oss" of "openai/gpt-oss-120b", "deepseek" of "deepseek-v3". */
const familyOf = (name: string): string =>
  /^[a-z]+(?:-[a-z]{2,})*/u.exec(name.replace(/^.*\//u, ""))?.[0] ?? name;

const NONE: { model: DecoderModel | null; apart: number } = {
  model: null,
  apart: Math.abs(Math.log(CLOSE)),
};

const isSparse = ({ shape }: DecoderModel): boolean => shape.experts !== null;

/** The larger of the two factors (as logarithms) by which the parameters differ. */
const distance = (
  { parameters, activeParameters }: DecoderModel,
  { total, active }: Size,
): number => Math.max(factor(parameters, total), factor(activeParameters, active));

/** How far two sizes are apart, as a logarithm. */
const factor = (a: number, b: number): number => Math.abs(Math.log(a / b));

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
