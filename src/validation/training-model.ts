import { transformerParameters } from "../catalog/transformer-parameters.ts";
import type { DecoderModel, Model, TransformerShape } from "../catalog/types.ts";
import type { Bench } from "./bench.ts";
import { isSkipped, type Skipped } from "./outcome.ts";
import { cell, numberIn } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

const CUT = /^(.+) cut to (\d+) layers$/u;

/**
 * The model of a training row: the catalogue's, or a decoder built from the row's own columns. A model cut to a few layers keeps
 * everything else of the catalogue's model, where that has what columns can't say (latent attention, experts).
 */
export function trainingModel(row: MeasurementRow, bench: Bench): Model | Skipped {
  const named = bench.model(row);
  if (!isSkipped(named) && (cell(row, "model_id") !== "" || isAsStated(named, row))) return named;
  const key = [
    "layers",
    "hidden",
    "heads",
    "kv_heads",
    "ffn",
    "vocab",
    "params_b",
    "moe_experts",
    "moe_active",
  ];
  const name = cell(row, "model");
  return bench.models(`shape/${name}/${key.map((column) => cell(row, column)).join("/")}`, () => {
    const cut = CUT.exec(name);
    const whole = cut && catalogModel(bench, cut[1] ?? "");
    if (whole?.kind === "decoder") return withLayers(whole, name, Number(cut?.[2]));
    return modelFromColumns(row) ?? named;
  });
}

/** A name may be used for another shape than the catalogue's ("MPT-7B" of one width or another): the row's own columns decide. */
function isAsStated(model: Model, row: MeasurementRow): boolean {
  if (model.kind !== "decoder") return true;
  const { layers, hidden } = model.shape;
  return (
    (numberIn(row, "layers") ?? layers) === layers && (numberIn(row, "hidden") ?? hidden) === hidden
  );
}

function catalogModel(bench: Bench, name: string): Model | null {
  const id = bench.naming.models[name] ?? name.toLowerCase();
  return bench.catalog.models.find((model) => model.id === id) ?? null;
}

function withLayers(model: DecoderModel, name: string, layers: number): DecoderModel {
  const { shape } = model;
  const experts = shape.experts && {
    ...shape.experts,
    denseLayers: Math.min(shape.experts.denseLayers, 1),
  };
  return asModel(name, {
    ...shape,
    layers,
    experts,
    span: { ...shape.span, fullLayers: layers, windowLayers: 0, linearLayers: 0, noneLayers: 0 },
  });
}

/** Null when a column that a shape needs is empty. */
function modelFromColumns(row: MeasurementRow): DecoderModel | null {
  const layers = numberIn(row, "layers");
  const hidden = numberIn(row, "hidden");
  const heads = numberIn(row, "heads");
  if (layers === null || hidden === null || heads === null) return null;
  const ffn = numberIn(row, "ffn") ?? 4 * hidden;
  const experts = numberIn(row, "moe_experts");
  const base: TransformerShape = {
    layers,
    hidden,
    heads,
    keyValueHeads: numberIn(row, "kv_heads") ?? heads,
    headDim: hidden / heads,
    ffn: experts === null ? ffn : 0,
    gated: false,
    vocabulary: numberIn(row, "vocab") ?? 0,
    tiedEmbeddings: true,
    experts:
      experts === null
        ? null
        : {
            experts,
            expertsPerToken: numberIn(row, "moe_active") ?? 1,
            sharedExperts: 0,
            expertFfn: ffn,
            sharedFfn: 0,
            denseLayers: 0,
          },
    latent: null,
    span: {
      fullLayers: layers,
      windowLayers: 0,
      windowTokens: 0,
      linearLayers: 0,
      noneLayers: 0,
      sparseTopTokens: null,
    },
  };
  return asModel(cell(row, "model"), closestTo(base, numberIn(row, "params_b")));
}

/** Gated or plain, tied embeddings or not: the variant whose parameters come closest to what the row states. */
function closestTo(shape: TransformerShape, billions: number | null): TransformerShape {
  if (billions === null) return shape;
  const variants = [false, true].flatMap((gated) =>
    [true, false].map((tiedEmbeddings) => ({ ...shape, gated, tiedEmbeddings })),
  );
  const distance = (variant: TransformerShape): number =>
    Math.abs(Math.log(transformerParameters(variant).total / (billions * 1e9)));
  return variants.reduce((best, variant) => (distance(variant) < distance(best) ? variant : best));
}

function asModel(name: string, shape: TransformerShape): DecoderModel {
  const { total, active } = transformerParameters(shape);
  return {
    kind: "decoder",
    id: name,
    name,
    family: "",
    task: "text-generation",
    parameters: total,
    activeParameters: active,
    maxContextTokens: null,
    publishedMacs: null,
    confidence: "high",
    verified: false,
    estimated: [],
    note: null,
    shape,
  };
}
