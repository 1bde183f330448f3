import { createAdvisor, type Advisor } from "../../src/app/ask.ts";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { textAt, textsOf } from "../../src/texts/texts.ts";

const catalog = loadBuiltinCatalog();

/** The program's own catalogue and examples: questions depend on them, and so shall the tests. */
export function advisorOfCatalog(): Advisor {
  return createAdvisor(catalog, {
    version: "0",
    readJson: () => ({ ok: false, message: "no files here" }),
    title: (scenario) => textAt(textsOf("en").scenarios, scenario) ?? scenario,
  });
}
