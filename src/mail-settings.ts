export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps:`); otherwise by STARTTLS wherever the server offers it. */
  secure: boolean;
  auth: { user: string; pass: string } | null;
}

export interface MailAddress {
  name: string;
  address: string;
}

/** What an `SMTP_URL` means, or null where it means nothing. */
export function mailServerAt(text: string): MailServer | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) return null;
  if (!/^\/?$/.test(url.pathname) || url.search || url.hash) return null;
  if (Boolean(url.username) !== Boolean(url.password)) return null;
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = url.port ? Number(url.port) : secure ? 465 : 587;
  try {
    const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    return { host, port, secure, auth: user ? { user, pass } : null };
  } catch {
    return null;
  }
}

/** One address, bare or as `Name <address>`, or null. */
export function mailAddress(text: string): MailAddress | null {
  const [, name = '', bracketed, bare] = /^\s*(?:([^<>]*)<([^<>]*)>|([^<>]*?))\s*$/.exec(text) ?? [];
  const address = (bracketed ?? bare ?? '').trim();
  const plain = name.trim().replace(/^"(.*)"$/, '$1');
  return isMailable(address) && !/\p{Cc}/u.test(plain) ? { name: plain, address } : null;
}

/**
 * Whether mail can be addressed there without a doubt as to where it goes: no quoted names, comments, lists or
 * brackets, of which programs make different things, and no longer than mail allows.
 */
export function isMailable(address: string): boolean {
  const plain = /^[^\s\p{C}"'(),:;<>@[\\\]`|]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(address);
  return plain && !address.includes('..') && address.length <= 254;
}
