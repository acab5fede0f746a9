import type { UploadRules } from '@parley/shared-types';
import type { RefusedFile } from '@/features/composer/draft-files';

/** What the server makes smaller ones of, and limits like pictures. */
const PICTURE = /^image\/(jpeg|png|gif|webp|avif)$/;
/** The same endings as the server refuses, which looks again. */
const PROGRAM = /\.(exe|bat|cmd|com|msi|scr|pif|cpl|hta|vbs|vbe|wsf|lnk)[.\s]*$/i;
/** How programs begin: of Windows, Linux and macOS, and scripts. */
const BEGINNINGS = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x23, 0x21],
];

export const isPicture = (mimeType: string) => PICTURE.test(mimeType);

export const tooLarge = (name: string, mimeType: string, rules: UploadRules | undefined): RefusedFile =>
  isPicture(mimeType)
    ? { name, reason: 'imageTooLarge', limit: rules?.maxImageBytes }
    : { name, reason: 'fileTooLarge', limit: rules?.maxFileBytes };

const isProgram = (head: Uint8Array) =>
  BEGINNINGS.some((bytes) => bytes.every((byte, index) => head[index] === byte));

/**
 * Why a file cannot be sent, before a byte of it goes out; null when nothing speaks against it. Without the rules of
 * the server its size is the server's matter.
 */
export const refusalOf = async (file: File, rules: UploadRules | undefined): Promise<RefusedFile | null> => {
  const { name, size, type } = file;
  const large = tooLarge(name, type, rules);
  if (PROGRAM.test(name)) return { name, reason: 'program' };
  if (large.limit !== undefined && size > large.limit) return large;
  try {
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    return isProgram(head) ? { name, reason: 'program' } : null;
  } catch {
    // A folder, say, or a file that is gone.
    return { name, reason: 'unreadable' };
  }
};
