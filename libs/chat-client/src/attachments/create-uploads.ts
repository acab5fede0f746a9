import type { Api } from '../connection/api.js';
import { postFileTo, type PostFile } from './post-file.js';
import { Uploads } from './uploads.js';

interface CreateOptions {
  api: Api;
  origin: string;
  token: () => Promise<string | undefined>;
  random: () => number;
  /** What tests replace. */
  post?: PostFile | undefined;
}

/** The uploads of one chat. Apart from it, so that its script comes with the first file. */
export const createUploads = ({ api, origin, token, random, post }: CreateOptions): Uploads =>
  new Uploads({
    post: post ?? postFileTo(origin, token),
    describe: (attachmentId, alt) => api.call('describeUpload', { attachmentId, alt }),
    remove: (attachmentId) => api.call('removeUpload', { attachmentId }),
    random,
  });
