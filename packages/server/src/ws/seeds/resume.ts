/** What a client of the documents says it has: `?epoch=E&since=SEQ`. Only one of the two, or nonsense, is as good as nothing. */
export type Resume =
  | { readonly kind: "nothing" }
  | { readonly kind: "unusable" }
  | { readonly kind: "since"; readonly epoch: string; readonly seq: number };

export const readResume = (query: URLSearchParams): Resume => {
  const epoch = query.get("epoch");
  const since = query.get("since");
  if (epoch === null && since === null) return { kind: "nothing" };
  if (epoch === null || epoch === "" || since === null || !/^\d{1,15}$/.test(since))
    return { kind: "unusable" };
  return { kind: "since", epoch, seq: Number(since) };
};
