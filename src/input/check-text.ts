import type { Diagnostic } from "./diagnostic.ts";
import { about, fileTooLarge, MAXIMUM_FILE_BYTES } from "./file-errors.ts";

/** What can be refused before parsing: size, binary content, emptiness. Null when the text may be parsed. */
export function checkText(text: string, file: string): Diagnostic | null {
  if (text.length > MAXIMUM_FILE_BYTES) return fileTooLarge(file, text.length);
  const broken = /(?![\t\n\v\f\r\u0085])\p{Cc}|[\ufffd\ufffe]/u.exec(text);
  if (broken !== null) return notText(text, broken.index, file);
  if (isBlank(text)) {
    return about(
      file,
      "CS1006",
      "the file is empty",
      "`chipselect init` writes a template with comments",
    );
  }
  return null;
}

/** Only white space, comments and document marks. */
function isBlank(text: string): boolean {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r?\n|\r/)
    .every((line) => /^\s*(?:#.*)?$|^(?:---|\.\.\.)\s*(?:#.*)?$/.test(line));
}

function notText(text: string, index: number, file: string): Diagnostic {
  const before = text.slice(0, index);
  const line = before.split("\n").length;
  const column = index - before.lastIndexOf("\n");
  const code = text.codePointAt(index) ?? 0;
  const what =
    code === 0xfffd
      ? "bytes that are not UTF-8"
      : `the control character 0x${code.toString(16).padStart(2, "0")}`;
  return {
    ...about(
      file,
      "CS1005",
      `the file holds ${what}`,
      "it must be text in UTF-8; is it the right file?",
    ),
    line,
    column,
    endColumn: column + 1,
  };
}
