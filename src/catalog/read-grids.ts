import { profileFields } from "./profile-fields.ts";
import type { Grid } from "./types.ts";

/**
 * Grids of one file (profiles/grids/<source>.yaml, valid against schemas/grids.schema.json), each with the source and the
 * year of the file.
 *
 * @throws TypeError for a document that the schema would have refused.
 */
export function readGrids(document: unknown): Grid[] {
  const file = profileFields(document);
  return file.entries("grids").map((grid) => ({
    id: grid.text("id"),
    name: grid.text("name"),
    gramsPerKilowattHour: grid.quantity("intensity", "grams-per-kilowatt-hour"),
    year: file.count("year"),
    source: file.text("source"),
  }));
}
