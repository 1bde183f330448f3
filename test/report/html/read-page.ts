/** Reads pages of the writer back, as far as tests need it; the tests in a browser use a real parser. */

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

export function textOf(html: string): string {
  return html
    .replaceAll(/<script.*?<\/script>|<style.*?<\/style>/gsu, "")
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/&[#\w]+;/gu, (entity) => ENTITIES[entity] ?? entity);
}

interface Row {
  cells: string[];
  /** False for the table that stands for a plot, which is the page's own. */
  inDocument: boolean;
}

/** Rows of the bodies of all tables. */
export function tableRows(html: string): Row[] {
  return [...html.matchAll(/<table><caption>(.*?)<\/caption>(.*?)<\/table>/gsu)].flatMap(
    ([, caption = "", table = ""]) => {
      const body = /<tbody>(.*)<\/tbody>/su.exec(table)?.[1] ?? "";
      return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gu)].map(([, row = ""]) => ({
        cells: [...row.matchAll(/<(t[hd])[^>]*>(.*?)<\/\1>/gu)].map(([, , cell = ""]) =>
          textOf(cell),
        ),
        inDocument: !caption.endsWith(", by decades"),
      }));
    },
  );
}

export function embeddedResult(html: string): unknown {
  const json = /<script type="application\/json" id="result">([^<]*)<\/script>/u.exec(html)?.[1];
  if (json === undefined) throw new Error("the page has no result");
  return JSON.parse(json);
}
