import type { BlocksModel, Model } from "../catalog/types.ts";

const SIZE = /^(\d+)(?:x(\d+))?(?:x(\d+))?$/u;

/**
 * The model with the input that a row states, as "height x width x channels" ("640" is a square): a convolution network takes any
 * size. Models whose tokens or images have a fixed size stay as they are, and so does a shape that says nothing new.
 */
export function atInputSize(model: Model, shape: string): Model {
  if (model.kind !== "blocks") return model;
  const input = inputOf(model.input, shape);
  return input === null ? model : { ...model, input };
}

function inputOf(input: BlocksModel["input"], shape: string): BlocksModel["input"] | null {
  const found = SIZE.exec(shape);
  if (!found) return null;
  const height = Number(found[1]);
  const width = Number(found[2] ?? found[1]);
  const channels = Number(found[3] ?? input.channels);
  if (channels !== input.channels || input.depth > 1 || input.height === 1) return null;
  if (height === input.height && width === input.width) return null;
  return { ...input, height, width };
}
