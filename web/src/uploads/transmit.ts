import { pageHeaders, Problem, problemOf } from '../api/client';

export interface Transmission {
  method: 'POST' | 'PATCH';
  address: string;
  headers?: Record<string, string>;
  body: FormData | Blob;
  /** Told how many bytes have left. */
  onSent?: (bytes: number) => void;
  signal?: AbortSignal;
}

/** A line on which nothing moves for so long is as good as broken. */
const stalledAfterMs = 60_000;

/** Sends something large and tells how far it is, which fetch does not. Throws a `Problem` or an `AbortError`. */
export function transmit({ method, address, headers, body, onSent, signal }: Transmission): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const broken = (): void => reject(new Problem(0, 'offline', ''));
    const stop = (): void => {
      request.abort();
      reject(new DOMException('stopped', 'AbortError'));
    };
    if (signal?.aborted) return stop();
    let stalled: ReturnType<typeof setTimeout> | undefined;
    const moving = (): void => {
      clearTimeout(stalled);
      stalled = setTimeout(() => {
        request.abort();
        broken();
      }, stalledAfterMs);
    };
    request.open(method, address);
    for (const [name, value] of Object.entries({ ...pageHeaders(), ...headers })) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => {
      moving();
      onSent?.(loaded);
    };
    // All has left; how long the server takes with it is its own affair.
    request.upload.onload = () => clearTimeout(stalled);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request);
      else void problemOf(new Response(request.responseText || null, { status: request.status })).then(reject);
    };
    request.onerror = broken;
    request.onloadend = () => {
      clearTimeout(stalled);
      signal?.removeEventListener('abort', stop);
    };
    signal?.addEventListener('abort', stop);
    moving();
    request.send(body);
  });
}
