/** Criteria and their units, as they stand in a sentence. */
export const CRITERIA = {
  criteria: {
    cost: "cost",
    performance: "performance headroom",
    energy: "energy",
    latency: "latency",
    scalability: "scalability",
    software: "software maturity",
    risk: "risk",
    "unit-cost": "cost per unit of work",
    capital: "capital",
    carbon: "carbon",
    supply: "supply and vendor risk",
    accuracy: "accuracy risk of compression",
    "time-to-deploy": "time to deploy",
    flexibility: "flexibility",
  },
  /** Units that are words; the others are the same everywhere. */
  units: {
    "× demand": "× demand",
    "× limit": "× limit",
    "× proportional cost": "× proportional cost",
    "share of models": "share of models",
    weeks: "weeks",
    days: "days",
  },
} as const;
