// ?server=http://localhost:8000&tenant=clinique-madeleine&display=ID
const address = new URLSearchParams(location.search);

export const server = address.get("server") ?? "http://localhost:8000";
export const tenant = address.get("tenant") ?? "clinique-madeleine";
export const displayId = address.get("display") ?? "";
export const interval = Number(address.get("interval") ?? 3000);
export const attempts = Number(address.get("attempts") ?? 10);
