import { parseAllDocuments } from "yaml";

/** The documents of a YAML file; throws with the parser's words where it is none. */
export function parseYaml(text: string): readonly unknown[] {
  return [...parseAllDocuments(text, { merge: true })].map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw new Error(error.message);
    return document.toJS();
  });
}
