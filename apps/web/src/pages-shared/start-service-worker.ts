/** Lets the page open without a network the next time. Old and insecure contexts have no service worker and go without. */
export function startServiceWorker(): void {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  const start = (): void => void navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
}
