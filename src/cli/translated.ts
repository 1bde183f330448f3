import type { Document } from "../report/document.ts";
import type { Translate } from "../report/translate.ts";
import type { Language } from "../texts/language.ts";

/** How documents become the language of the reader. English costs nothing: neither texts nor translation are loaded. */
export async function translated(language: Language): Promise<(document: Document) => Document> {
  if (language === "en") return (document) => document;
  const [{ REPORT_ZH }, { translateDocument, translator }] = await Promise.all([
    import("../texts/report-zh.ts"),
    import("../report/translate.ts"),
  ]);
  const translate = translator(REPORT_ZH);
  return (document) => translateDocument(document, translate);
}

/** How messages about an answer become the language of the session. */
export async function translatedFaults(language: Language): Promise<Translate> {
  if (language === "en") return (text) => text;
  const [{ FAULTS_ZH }, { translator }] = await Promise.all([
    import("../texts/faults-zh.ts"),
    import("../report/translate.ts"),
  ]);
  return translator(FAULTS_ZH);
}
