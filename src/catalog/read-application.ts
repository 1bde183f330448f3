import { profileFields } from "./profile-fields.ts";
import { isMapping } from "./read-figures.ts";
import type { Application } from "./types.ts";

/**
 * What matters in a field of use (profiles/applications/<id>.yaml, valid against schemas/application.schema.json).
 *
 * @throws TypeError for a document that the schema would have refused.
 * @throws RangeError when the weights do not add up to 100: a slip of the pen would shift every one of them.
 */
export function readApplication(document: unknown): Application {
  const fields = profileFields(document);
  const section = isMapping(document) && isMapping(document["weights"]) ? document["weights"] : {};
  const weights = Object.keys(section).map((criterion) => {
    const entry = fields.section("weights").section(criterion);
    return { criterion, weight: entry.count("weight"), reason: entry.text("reason") };
  });
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(total - 100) > 1e-9) {
    throw new RangeError(`the weights add up to ${total}, not to 100`);
  }
  return { id: fields.text("id"), name: fields.text("name"), weights };
}
