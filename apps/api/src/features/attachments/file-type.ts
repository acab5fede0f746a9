import { fileTypeFromBuffer } from 'file-type';
import { AppError } from '../../common/app-error.js';
import { endingOf } from './file-name.js';

/** How much of a file is looked at to know what it is: as much as the library wants to see. */
export const HEAD_BYTES = 4_100;

/** Pictures that are opened, cleaned and shown, with the endings of their names. */
export const PICTURES: Record<string, readonly string[]> = {
  'image/jpeg': ['.jpg', '.jpeg', '.jfif'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'image/avif': ['.avif'],
};

/** The names by which browsers know them. */
const SAME: Record<string, string> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/x-flac': 'audio/flac',
  'audio/vnd.wave': 'audio/wav',
  'audio/opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'video/x-m4v': 'video/mp4',
  'video/matroska': 'video/x-matroska',
  'image/apng': 'image/png',
};

const PLAIN_TEXT = 'text/plain';
const ANY_BYTES = 'application/octet-stream';

const EXECUTABLE =
  /^application\/(x-msdownload|x-elf|x-mach-binary|x-executable|vnd\.microsoft\.portable-executable)$/;
const EXECUTABLE_ENDINGS = /^\.(exe|bat|cmd|com|msi|scr|pif|cpl|hta|vbs|vbe|wsf|lnk)$/;

/** By a browser that follows its address. Players in a page take what is saved otherwise, too. */
export const isShownInline = (mimeType: string): boolean => mimeType in PICTURES;

/** @throws AppError `unsupported_media_type` for what people run by opening it */
export function refuseExecutableName(name: string): void {
  if (EXECUTABLE_ENDINGS.test(endingOf(name))) throw executable();
}

/**
 * What a file is, by how it begins; what its uploader or its name say does not count. Markup of any kind is plain text.
 * @throws AppError `unsupported_media_type` for programs and scripts
 */
export async function typeOf(head: Buffer): Promise<string> {
  if (isScript(head) || isMachO(head)) throw executable();
  // A beginning that only pretends to be something is what its bytes are.
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (!found) return isText(head) ? PLAIN_TEXT : ANY_BYTES;
  if (EXECUTABLE.test(found.mime)) throw executable();

  const mime = found.mime.split(';')[0]!;
  if (/xml|html|svg|javascript/.test(mime)) return isText(head) ? PLAIN_TEXT : ANY_BYTES;
  return soundOnly(SAME[mime] ?? mime, head);
}

/** Voice notes come in the containers of films; a track says what it is near the beginning. */
function soundOnly(mime: string, head: Buffer): string {
  if (mime === 'video/webm') return head.includes('A_') && !head.includes('V_') ? 'audio/webm' : mime;
  if (mime === 'video/mp4') return head.includes('soun') && !head.includes('vide') ? 'audio/mp4' : mime;
  return mime;
}

const isScript = (head: Buffer): boolean => /^(\u00ef\u00bb\u00bf)?#!/.test(head.toString('latin1', 0, 5));

/** 32 and 64 bit, of either byte order; a file for several machines begins like one for Java, which is no better. */
const MACH_O = new Set(['feedface', 'feedfacf', 'cefaedfe', 'cffaedfe', 'cafebabe', 'bebafeca']);
const isMachO = (head: Buffer): boolean => MACH_O.has(head.toString('hex', 0, 4));

/** Well-formed UTF-8 without the control characters that no text has; the last character may be cut. */
function isText(head: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !/[^\P{Cc}\t\n\v\f\r]/u.test(text);
  } catch {
    return false;
  }
}

const executable = () => new AppError('unsupported_media_type', 'Programs and scripts cannot be sent.');
