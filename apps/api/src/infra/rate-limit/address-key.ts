import { isIPv6 } from 'node:net';

const HALF = 4;
const LONGEST = 64;

/**
 * What stands for an address when things are counted. Whoever has one address of IPv6 has all of its /64 network, so
 * these count as one (RFC 6177 gives even more); an IPv4 address is the same in either notation.
 */
export function addressKey(address: string): string {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(plain) ? `${networkOf(plain)}::/64` : plain.slice(0, LONGEST);
}

/** The first four of the eight groups; `::` stands for as many zeroes as are missing. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const missing = tail === undefined ? 0 : 2 * HALF - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(missing, 0)).fill('0'), ...after];
  return groups
    .slice(0, HALF)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** The last group may be an IPv4 address, which is two of them. */
const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
