/** Lets the page open without a network the next time. Old browsers and insecure addresses have no service worker and go without. */
export function startServiceWorker(): void {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  const start = (): void => {
    void navigator.serviceWorker
      .register("/sw.js")
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => active?.postMessage({ type: "keep", urls: ownFiles() }))
      .catch(() => undefined);
  };
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
}

/** What this page was made of: loaded before the worker stood between it and the network. */
function ownFiles(): readonly string[] {
  const assets = performance.getEntriesByType("resource").map((entry) => entry.name);
  return [
    location.href.split("#")[0] ?? location.href,
    ...assets.filter((url) => url.indexOf(`${location.origin}/assets/`) === 0),
  ];
}
