import type { Block } from "../../catalog/types.ts";
import type { Operator, OperatorKind } from "../types.ts";
import { elementsOf } from "./tensor.ts";
import type { Tensor } from "./tensor.ts";

/** A network while it is lowered: what blocks append their layers to. */
export interface Network {
  /** Samples that go through a layer at once; larger within `views`. */
  batch: number;
  readonly operators: Operator[];
  /** Parameters so far, each once however often it is used. */
  parameters: number;
  /** True while the weights are ones that have been counted before. */
  reusesWeights: boolean;
  /** Where we are, e.g. "bottleneck3.2-4"; operator names begin with it. */
  path: string;
  /** Operators before this index must not absorb new ones (they may be multiplied or belong to another block). */
  sealed: number;
  /** Tensors that a block saved under a name. */
  readonly named: Map<string, Tensor>;
  /** Elements of all tensors that were saved, for the whole batch. */
  savedElements: number;
  /** Lowers nested blocks, appending to this network. */
  expand(blocks: readonly Block[], tensor: Tensor): Tensor;
}

/** The tensor saved under a name. Throws when no block before saved it. */
export function namedTensor(network: Network, name: string): Tensor {
  const tensor = network.named.get(name);
  if (tensor === undefined) throw new Error(`no block before this one saves "${name}"`);
  return tensor;
}

/** Keeps a tensor under a name for blocks that come later. */
export function saveTensor(network: Network, name: string, tensor: Tensor): void {
  network.named.set(name, tensor);
  network.savedElements += network.batch * elementsOf(tensor);
}

/** What a layer is besides its name: the figures of `Operator` for one execution. */
export interface Layer {
  name: string;
  kind: OperatorKind;
  m: number;
  n: number;
  k: number;
  groups: number;
  operations: number;
  weights: number;
  activations: number;
  /** Defaults to `weights`; differs for tables that are read in part. */
  parameters?: number;
  /** Defaults to 1; steps of a recurrence. */
  count?: number;
}

/** Appends a layer, or counts it with the one before when the two are alike. */
export function emit(network: Network, layer: Layer): void {
  const { operators } = network;
  const count = layer.count ?? 1;
  if (!network.reusesWeights) network.parameters += layer.parameters ?? layer.weights;
  const last = operators.length > network.sealed ? operators[operators.length - 1] : undefined;
  if (
    last !== undefined &&
    last.kind === layer.kind &&
    layer.kind !== "recurrent" &&
    last.m === layer.m &&
    last.n === layer.n &&
    last.k === layer.k &&
    last.groups === layer.groups &&
    last.operations === layer.operations &&
    last.weightElements === layer.weights &&
    last.activationElements === layer.activations
  ) {
    last.count += count;
    return;
  }
  operators.push({
    name: layer.name === "" ? network.path : `${network.path}.${layer.name}`,
    kind: layer.kind,
    count,
    m: layer.m,
    n: layer.n,
    k: layer.k,
    groups: layer.groups,
    operations: layer.operations,
    weightElements: layer.weights,
    activationElements: layer.activations,
    cacheElements: 0,
    wideBelowBytes: 0,
  });
}

/** Appends a layer for the vector unit that reads `reads` tensors' worth of elements and writes `output`. */
export function emitVector(
  network: Network,
  name: string,
  output: Tensor,
  reads: number,
  operationsPerElement: number,
  weights = 0,
): void {
  const elements = network.batch * elementsOf(output);
  emit(network, {
    name,
    kind: "vector",
    m: elements,
    n: 1,
    k: 1,
    groups: 1,
    operations: elements * operationsPerElement,
    weights,
    activations: network.batch * reads + elements,
  });
}

/**
 * Runs `expand` once for `times` like parts and counts its layers that often, with weights of their own.
 * `expand` receives the name of the parts: "layer1-10", or "layer1" for one.
 */
export function expandAlike(
  network: Network,
  name: string,
  times: number,
  expand: (name: string) => void,
): void {
  const { operators, parameters } = network;
  const start = operators.length;
  network.sealed = start;
  expand(times === 1 ? `${name}1` : `${name}1-${times}`);
  multiplyCounts(network, start, times);
  network.parameters += (network.parameters - parameters) * (times - 1);
}

/** Counts the layers from `start` on `times` as often; later layers don't join them. */
export function multiplyCounts(network: Network, start: number, times: number): void {
  const { operators } = network;
  for (let index = start; index < operators.length; index += 1) {
    const operator = operators[index];
    if (operator !== undefined) operator.count *= times;
  }
  network.sealed = operators.length;
}

/**
 * Adds a tensor of the last layer's output shape: in the layer's epilogue, which reads it once more, or as a layer of
 * its own where the last layer has no epilogue or stands for several.
 */
export function addShortcut(network: Network, name: string, output: Tensor): void {
  const last = network.operators[network.operators.length - 1];
  const fuses =
    last !== undefined &&
    last.count === 1 &&
    (last.kind === "convolution" || last.kind === "depthwise" || last.kind === "matmul");
  if (!fuses) {
    emitVector(network, name, output, 2 * elementsOf(output), 1);
    return;
  }
  last.activationElements += network.batch * elementsOf(output);
  network.sealed = network.operators.length;
}
