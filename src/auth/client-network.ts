import { isIPv6 } from 'node:net';

/**
 * What guesses from an address are counted under: IPv4 as it is, also where it comes mapped into IPv6, and of IPv6 the
 * /64, since one customer has 2⁶⁴ addresses to guess from.
 */
export function clientNetwork(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const groups = groupsOf(plain);
  const mapped = groups.slice(0, 6).join() === '0,0,0,0,0,65535';
  if (mapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1); // no dotted quads, at most one `::`
  const [head = [], tail = []] = canonical.split('::').map((half) => half.split(':').filter(Boolean));
  const gap = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...gap, ...tail].map((group) => parseInt(group, 16));
}
