const MOST_LETTERS = 30;
/** Not a name but a number or an address: even its first word would say who it is. */
const TELLS_TOO_MUCH = /[\d@]/u;

const initial = (word: string): string => `${[...word][0]?.toUpperCase() ?? ""}.`;

/** `Jane Smith` becomes `Jane S.`; a single name stays as it is. */
export const maskName = (fullName: string): string => {
  const words = fullName
    .normalize("NFC")
    .split(/\s+/u)
    .filter((word) => word !== "");
  const [first = "", ...rest] = words;
  const last = rest.at(-1);
  const shown = TELLS_TOO_MUCH.test(first) ? initial(first) : [...first].slice(0, MOST_LETTERS).join("");
  return last === undefined ? shown : `${shown} ${initial(last)}`;
};
