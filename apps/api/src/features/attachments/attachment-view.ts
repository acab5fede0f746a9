import type { Attachment } from '@parley/shared-types';
import { API_PREFIX } from '../../common/endpoint.js';
import type { AttachmentEntity } from './attachment.entity.js';

const fileAddress = (id: string, name: string): string =>
  `${API_PREFIX}/files/${id}/${encodeURIComponent(name)}`;

/** Where a small picture of a file is, below the page's own address. */
export const thumbnailAddress = (id: string): string => `${API_PREFIX}/files/${id}/thumbnail`;

/** A picture is what thumbnails are made of. */
export const isPicture = ({ thumbnails }: Pick<AttachmentEntity, 'thumbnails'>): boolean =>
  thumbnails !== 'none';

export const toAttachment = (file: AttachmentEntity): Attachment => ({
  id: file.id,
  name: file.name,
  mimeType: file.mimeType,
  size: file.size,
  width: file.width,
  height: file.height,
  url: fileAddress(file.id, file.name),
  thumbnailUrl: isPicture(file) ? thumbnailAddress(file.id) : null,
  placeholder: file.placeholder,
  alt: file.alt,
});
