/**
 * Opens the application without a network: its page and the files of this build, and nothing that the server says of
 * people. What was taken along is in IndexedDB. A new build is a new worker, which begins once no page uses the old one,
 * so that a page that is open never loses its files.
 */
export {};

declare const self: ServiceWorkerGlobalScope;
/** Filled in when built: the files of this build. */
declare const __BUILD__: readonly string[];

const files: readonly string[] = __BUILD__;
const hash = [...files.join()].reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) | 0, 7);
const name = `touchstone-${hash >>> 0}`;
const page = '/';
/** How long a weak network may keep somebody waiting for a page that is at hand. */
const patience = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll([page, ...files])));
});

self.addEventListener('activate', (event) => {
  const forget = async (): Promise<void> => {
    const names = (await caches.keys()).filter((one) => one.startsWith('touchstone-') && one !== name);
    await Promise.all(names.map((one) => caches.delete(one)));
    await self.clients.claim();
  };
  event.waitUntil(forget());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (/^\/(?:api|verify|health|ready)(?:\/|$)/.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(opened(request));
  else if (files.includes(pathname)) event.respondWith(kept(request));
});

/** The page as the server has it; as it was kept where the server cannot be reached, or not soon. */
async function opened(request: Request): Promise<Response> {
  const waited = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  const asked = fetch(request).catch(() => undefined);
  const answer = await Promise.race([asked, waited]);
  if (answer && answer.status < 500) return answer;
  return (await caches.match(page, { cacheName: name })) ?? (await asked) ?? Response.error();
}

async function kept(request: Request): Promise<Response> {
  const url = new URL(request.url);
  return (await caches.match(url.pathname, { cacheName: name })) ?? fetch(request);
}
