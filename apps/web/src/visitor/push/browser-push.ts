/** As the server takes it; browsers give it as `PushSubscription.toJSON()`. */
export interface PushAddress {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

const READY_WITHIN_MS = 10_000;

/** iPhones can only once the page was put on the home screen; old browsers and insecure addresses never. */
export function canPush(): boolean {
  return (
    "serviceWorker" in navigator &&
    "PushManager" in window &&
    "Notification" in window &&
    window.isSecureContext
  );
}

export const isPushBlocked = (): boolean => Notification.permission === "denied";

/** Where this browser already takes messages, if anywhere. */
export async function pushAddress(): Promise<PushAddress | null> {
  const subscription = await (await worker()).pushManager.getSubscription();
  return subscription === null ? null : addressOf(subscription);
}

/** Asks the person, then the browser's push service. Null: the person does not want to. */
export async function askForPush(publicKey: string): Promise<PushAddress | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const { pushManager } = await worker();
  const wanted = { userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) };
  const subscription = await pushManager.subscribe(wanted).catch(async (error: unknown) => {
    // A subscription for another key, of a server that was here before, stands in the way.
    const old = await pushManager.getSubscription();
    if (old === null) throw error;
    await old.unsubscribe();
    return pushManager.subscribe(wanted);
  });
  return addressOf(subscription);
}

/** The page's worker starts with the page; where it never comes the wait ends. */
function worker(): Promise<ServiceWorkerRegistration> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("the service worker does not start")), READY_WITHIN_MS);
  });
  return Promise.race([navigator.serviceWorker.ready, late]);
}

function addressOf(subscription: PushSubscription): PushAddress {
  const { endpoint, keys } = subscription.toJSON();
  return {
    endpoint: endpoint ?? subscription.endpoint,
    keys: { p256dh: keys?.["p256dh"] ?? "", auth: keys?.["auth"] ?? "" },
  };
}

/** Of base64url; Chrome 73 takes no text here. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
