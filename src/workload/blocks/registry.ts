import type { BlockType } from "./block-type.ts";
import { attention } from "./attention.ts";
import { basicResidual } from "./basic-residual.ts";
import { bottleneck } from "./bottleneck.ts";
import { c2fCib } from "./c2f-cib.ts";
import { c2f } from "./c2f.ts";
import { c2psa } from "./c2psa.ts";
import { c3 } from "./c3.ts";
import { c3k2 } from "./c3k2.ts";
import { concat } from "./concat.ts";
import { conv } from "./conv.ts";
import { convnext } from "./convnext.ts";
import { deformableAttention } from "./deformable-attention.ts";
import { dense } from "./dense.ts";
import { depthwise } from "./depthwise.ts";
import { elan } from "./elan.ts";
import { elementwise } from "./elementwise.ts";
import { embedding } from "./embedding.ts";
import { evoformer } from "./evoformer.ts";
import { feedForward } from "./feed-forward.ts";
import { flatten } from "./flatten.ts";
import { fpn } from "./fpn.ts";
import { ghost } from "./ghost.ts";
import { globalPool } from "./global-pool.ts";
import { inception } from "./inception.ts";
import { invertedResidual } from "./inverted-residual.ts";
import { linear } from "./linear.ts";
import { loop } from "./loop.ts";
import { lstm } from "./lstm.ts";
import { norm } from "./norm.ts";
import { parallel } from "./parallel.ts";
import { patchMerge } from "./patch-merge.ts";
import { perLevel } from "./per-level.ts";
import { pool } from "./pool.ts";
import { residual } from "./residual.ts";
import { sdResnet } from "./sd-resnet.ts";
import { separable } from "./separable.ts";
import { sequence } from "./sequence.ts";
import { spaceToDepth } from "./space-to-depth.ts";
import { spatialPyramid } from "./spatial-pyramid.ts";
import { spatialTransformer } from "./spatial-transformer.ts";
import { squeezeExcite } from "./squeeze-excite.ts";
import { ssdHeads } from "./ssd-heads.ts";
import { tensorShape } from "./tensor-shape.ts";
import { transformer } from "./transformer.ts";
import { transposedConv } from "./transposed-conv.ts";
import { upsample } from "./upsample.ts";
import { views } from "./views.ts";

/** Every block type; a profile names one by its id. */
const TYPES: readonly BlockType[] = [
  attention,
  basicResidual,
  bottleneck,
  c2fCib,
  c2f,
  c2psa,
  c3,
  c3k2,
  concat,
  conv,
  convnext,
  deformableAttention,
  dense,
  depthwise,
  elan,
  elementwise,
  embedding,
  evoformer,
  feedForward,
  flatten,
  fpn,
  ghost,
  globalPool,
  inception,
  invertedResidual,
  linear,
  loop,
  lstm,
  norm,
  parallel,
  patchMerge,
  perLevel,
  pool,
  residual,
  sdResnet,
  separable,
  sequence,
  spaceToDepth,
  spatialPyramid,
  spatialTransformer,
  squeezeExcite,
  ssdHeads,
  tensorShape,
  transformer,
  transposedConv,
  upsample,
  views,
];

export const BLOCK_TYPES: ReadonlyMap<string, BlockType> = new Map(
  TYPES.map((type) => [type.id, type]),
);
