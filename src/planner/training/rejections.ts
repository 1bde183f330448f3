/** Why layouts do not exist or are not kept, and how many; `counted` says what one of them is. */
export const REJECTIONS = {
  heads: { reason: "tensor groups do not divide the attention heads", counted: "widths" },
  sequence: { reason: "context groups do not divide the sequence in pairs", counted: "widths" },
  parts: {
    reason: "less of a sequence on a chip than in any published run",
    counted: "widths",
  },
  experts: { reason: "expert groups do not divide the experts", counted: "widths" },
  alignment: {
    reason: "expert groups do not match whole tensor groups",
    counted: "splits",
  },
  layers: { reason: "stages do not divide the layers", counted: "pipelines" },
  batch: {
    reason: "replicas of micro-batches do not divide the global batch",
    counted: "batches",
  },
  chips: { reason: "not as many chips as there may be", counted: "layouts" },
  copies: { reason: "expert groups do not divide the replicas", counted: "layouts" },
  schedule: {
    reason: "interleaving needs whole rounds of micro-batches",
    counted: "layouts",
  },
  sharing: { reason: "no copies to shard the states over", counted: "configurations" },
  host: { reason: "no host to offload to", counted: "configurations" },
  memory: { reason: "more memory than a chip has", counted: "configurations" },
} as const;

type Rejection = keyof typeof REJECTIONS;

export type RejectionCounts = Record<Rejection, number>;

export const REJECTION_IDS: readonly Rejection[] = Object.keys(REJECTIONS).filter(isRejection);

function isRejection(id: string): id is Rejection {
  return Object.hasOwn(REJECTIONS, id);
}

export function noRejections(): RejectionCounts {
  return {
    heads: 0,
    sequence: 0,
    parts: 0,
    experts: 0,
    alignment: 0,
    layers: 0,
    batch: 0,
    chips: 0,
    copies: 0,
    schedule: 0,
    sharing: 0,
    host: 0,
    memory: 0,
  };
}

export function addRejections(sum: RejectionCounts, part: Readonly<RejectionCounts>): void {
  for (const id of REJECTION_IDS) sum[id] += part[id];
}
