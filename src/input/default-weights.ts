/**
 * Weights of the criteria where a workload names none and its field of use has none of its own: what going from the
 * worst to the best end of each criterion's range is worth against the others. Cost leads because demand and limits are already
 * met by every candidate that is scored, so the question left is mostly what it costs. Performance headroom and
 * latency (how far below the limit) are comfort beyond what was asked. Software maturity decides whether a project ships,
 * scalability whether it lives on. Energy is small because its price is in the cost already, risk because hard limits
 * cover the worst of it; waiting for the hardware and the choice of models that it runs matter, but once and later.
 *
 * Five criteria weigh nothing unless a file asks for them, because another one holds them: unit cost is the total
 * cost over a fixed number of units, capital is part of the total cost, carbon is energy times the grid's figure, supply and
 * accuracy are parts of risk.
 */
export const DEFAULT_WEIGHTS: Readonly<Record<string, number>> = {
  cost: 0.3,
  performance: 0.14,
  energy: 0.1,
  latency: 0.14,
  scalability: 0.1,
  software: 0.1,
  risk: 0.06,
  "time-to-deploy": 0.03,
  flexibility: 0.03,
  "unit-cost": 0,
  capital: 0,
  carbon: 0,
  supply: 0,
  accuracy: 0,
};
