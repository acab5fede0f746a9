/** What RFC 5987 lets stand for itself, and `encodeURIComponent` leaves, too. */
const RESERVED = /['()*]/g;

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * The header of RFC 6266: the name as it is in `filename*`, and for old clients one in plain letters. No name can get
 * out of its place.
 */
export function contentDisposition(type: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^ !#-[\]-~]|%/g, '_');
  return `${type}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(RESERVED, percent)}`;
}
