/** A short name for addresses made of a full one: "Clinique de l'Étoile" -> "clinique-de-l-etoile". */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "shop" : plain;
}
