/**
 * Operators of one step on one chip, after sharding. A step is what the chip does between two synchronisations that
 * a user can see: the prefill of a batch, one decode step, one forward pass, one micro-batch forward and backward.
 */

export type OperatorKind =
  /** General matrix multiply on the matrix unit: `groups` independent (m × k) · (k × n). */
  | "matmul"
  /** The same for the experts of a mixture: `groups` touched experts of `m` rows each on average, unevenly filled. */
  | "experts"
  /** Score and value products of attention, fused; m = query tokens, n = cached tokens, k = head dimension, groups = batch × heads. */
  | "attention"
  /** Convolution as an implicit matrix multiply: m = batch × output positions, n = output channels, k = input channels × window. */
  | "convolution"
  /** Depthwise or narrow grouped convolution, which matrix units serve badly. */
  | "depthwise"
  /** Normalisation, activation, residual, softmax, pooling: bound by memory or by vector units. */
  | "vector"
  /** Table rows read at random addresses. */
  | "gather"
  /** Steps that depend on each other (LSTM, scan): `count` executions that cannot overlap. */
  | "recurrent";

export interface Operator {
  name: string;
  kind: OperatorKind;
  /** Executions in the step (layers × …). All other figures are per execution. */
  count: number;
  m: number;
  n: number;
  k: number;
  groups: number;
  /** Operations (a multiply-accumulate is two), without padding. */
  operations: number;
  /** Weight elements read, once per execution whatever the batch. */
  weightElements: number;
  /** Activation elements read and written. */
  activationElements: number;
  /** Cached key/value (or state) elements read and written. */
  cacheElements: number;
  /** The weights stay in 16 bits where the others take fewer bytes each; 0 for weights that are as narrow as the others. */
  wideBelowBytes: number;
}

export type CollectiveKind =
  | "all-reduce"
  | "all-gather"
  | "reduce-scatter"
  | "all-to-all"
  | "point-to-point";
export type ParallelGroup = "tensor" | "expert" | "context" | "pipeline" | "data";

export interface Collective {
  name: string;
  kind: CollectiveKind;
  group: ParallelGroup;
  count: number;
  /** Elements of the full buffer on each chip, at activation precision unless `bytesPerElement` says otherwise. */
  elements: number;
  bytesPerElement: number | null;
}

export interface Step {
  /** Times that the host launches a step of the engine; 1 where absent. */
  runs?: number;
  /** Sequences that get a token in the step, which the host samples and books one by one; absent means none. */
  sequences?: number;
  operators: readonly Operator[];
  collectives: readonly Collective[];
}

/** How many ways each dimension is split. All ≥ 1. Chips of one replica = tensor × pipeline × context (experts lie on them). */
export interface Sharding {
  tensor: number;
  pipeline: number;
  expert: number;
  context: number;
  data: number;
  /** Which dimension lies innermost on the chips; tensor, context, pipeline, data where absent. */
  placement?: Placement;
}

/** Dimensions that have chips of their own; experts lie on those of the others. */
export type PlacedGroup = Exclude<ParallelGroup, "expert">;

/** Every dimension once, innermost first. */
export type Placement = readonly PlacedGroup[];

/** Where a layout lies when nobody says otherwise. */
export const USUAL_PLACEMENT: Placement = ["tensor", "context", "pipeline", "data"];

export const UNSHARDED: Sharding = { tensor: 1, pipeline: 1, expert: 1, context: 1, data: 1 };
