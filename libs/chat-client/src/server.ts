export { fetchFile, type SentFile } from './attachments/fetch-file.js';
export { createApi, type Api, type ApiOptions } from './connection/api.js';
export { CallFailed, codeOf, ProblemError } from './connection/failure.js';
export type { ChatSnapshot } from './snapshot.js';
