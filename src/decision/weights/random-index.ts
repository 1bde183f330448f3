/** Mean consistency index of random reciprocal matrices, by the number of rows from 3 to 10. */
export const RANDOM_INDICES = {
  saaty: [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49],
  "saaty-2005": [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49],
  "donegan-dodd": [0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055],
} as const satisfies Record<string, readonly number[]>;

export type RandomIndexId = keyof typeof RANDOM_INDICES;

export const RANDOM_INDEX_IDS = Object.keys(RANDOM_INDICES).filter(isRandomIndex);

export const RANDOM_INDEX_SOURCES: Readonly<Record<RandomIndexId, string>> = {
  saaty: "T. L. Saaty, The Analytic Hierarchy Process, 1980",
  "saaty-2005": "T. L. Saaty, Theory and Applications of the Analytic Network Process, 2005",
  "donegan-dodd": "H. A. Donegan & F. J. Dodd, Mathematical and Computer Modelling 15(3), 1991",
};

function isRandomIndex(id: string): id is RandomIndexId {
  return Object.hasOwn(RANDOM_INDICES, id);
}
