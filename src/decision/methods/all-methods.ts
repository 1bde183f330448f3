import { aras } from "./aras.ts";
import { codas } from "./codas.ts";
import { copras } from "./copras.ts";
import { edas } from "./edas.ts";
import { mabac } from "./mabac.ts";
import { marcos } from "./marcos.ts";
import type { Method } from "./method.ts";
import { moora } from "./moora.ts";
import { promethee } from "./promethee.ts";
import { rafsi } from "./rafsi.ts";
import { spotis } from "./spotis.ts";
import { topsis } from "./topsis.ts";
import { vikor } from "./vikor.ts";
import { waspas } from "./waspas.ts";
import { weightedProduct } from "./weighted-product.ts";
import { weightedSum } from "./weighted-sum.ts";

/** Every method beside the additive value model, in the order of the tables. */
export const METHODS: readonly Method[] = [
  weightedProduct,
  topsis,
  vikor,
  promethee,
  weightedSum,
  waspas,
  spotis,
  rafsi,
  copras,
  marcos,
  aras,
  edas,
  codas,
  mabac,
  moora,
];

/** Witnesses where the file names none: one of each school, none of them with the normalisation of another. */
export const DEFAULT_WITNESSES: readonly Method[] = [weightedProduct, topsis, vikor, promethee];

export function methodOf(id: string): Method | undefined {
  return METHODS.find((method) => method.id === id);
}
