/**
 * Weights of the criteria where a workload names none: what going from the worst to the best end of each criterion's
 * range is worth against the others. Cost leads because demand and limits are already met by every candidate that is scored, so
 * the question left is mostly what it costs. Performance headroom and latency (how far below the limit) are
 * comfort beyond what was asked. Software maturity decides whether a project ships, scalability whether it
 * lives on. Energy is small because its price is in the cost already, risk because hard limits cover the worst of it.
 */
export const DEFAULT_WEIGHTS: Readonly<Record<string, number>> = {
  cost: 0.3,
  performance: 0.15,
  energy: 0.1,
  latency: 0.15,
  scalability: 0.1,
  software: 0.12,
  risk: 0.08,
};
